import type { Codec } from "../../../src/runtime/codec.js";
import { defineTable } from "../../../src/runtime/define-table.js";
import type { Row } from "../../../src/runtime/executor.js";
import type { TableMeta } from "../../../src/runtime/table-meta.js";
import type { DateWhere, DecimalWhere, NumberWhere, TextWhere } from "../../../src/runtime/types/column-where.js";
import type { JsonValue } from "../../../src/runtime/types/json-value.js";
import type { ToManyWhere } from "../../../src/runtime/types/result.js";
import type { Many, One } from "../../../src/runtime/types/table-types.js";

/** The codecs of an engine that the shop's tables use. */
export interface ShopCodecs {
  readonly int32: Codec<number>;
  readonly text: Codec<string>;
  readonly decimal: (scale: number | null) => Codec<string>;
  readonly timestamptz: Codec<Date>;
  readonly json: Codec<JsonValue>;
}

export interface Item {
  itemId: number;
  code: string;
  label: string | null;
  price: string;
  stock: number;
  worth: string;
  created: Date;
  extra: JsonValue;
  settings: JsonValue;
}

export interface ItemInsert {
  itemId?: number | undefined;
  code: string;
  label?: string | null | undefined;
  price?: string | undefined;
  stock?: number | undefined;
  created?: Date | undefined;
  extra?: JsonValue | undefined;
  settings?: JsonValue | undefined;
}

export interface ItemWhere {
  itemId?: NumberWhere;
  code?: TextWhere;
  label?: TextWhere | null;
  price?: DecimalWhere;
  stock?: NumberWhere;
  created?: DateWhere;
  lines?: ToManyWhere<LineWhere>;
}

export interface ItemTypes {
  entity: Item;
  key: number;
  insert: ItemInsert;
  update: { [K in keyof ItemInsert]?: ItemInsert[K] | undefined };
  where: ItemWhere;
  orderBy: { itemId?: "asc" | "desc" };
  include: { lines?: boolean };
  relations: { lines: Many<LineTypes> };
  unique: "primaryKey" | "code";
  constraint: "item_code_key";
}

export interface Line {
  orderId: number;
  position: number;
  itemId: number;
  note: string | null;
}

export interface LineWhere {
  orderId?: NumberWhere;
  position?: NumberWhere;
  itemId?: NumberWhere;
  note?: TextWhere | null;
  item?: ItemWhere;
}

export interface LineTypes {
  entity: Line;
  key: { orderId: number; position: number };
  insert: { orderId: number; position: number; itemId: number; note?: string | null };
  update: { orderId?: number; position?: number; itemId?: number; note?: string | null };
  where: LineWhere;
  orderBy: { orderId?: "asc" | "desc"; position?: "asc" | "desc" };
  include: { item?: boolean };
  relations: { item: One<ItemTypes> };
  unique: "primaryKey";
  constraint: "line_pkey" | "line_item_fkey";
}

/** A table whose columns make a key, and nothing else. */
export interface LinkTypes {
  entity: { left: number; right: number };
  key: { left: number; right: number };
  insert: { left: number; right: number };
  update: { left?: number; right?: number };
  where: { left?: NumberWhere; right?: NumberWhere };
  orderBy: { left?: "asc" | "desc" };
  include: object;
  relations: object;
  unique: "primaryKey";
  constraint: never;
}

export interface ShopTables {
  readonly item: TableMeta<ItemTypes>;
  readonly line: TableMeta<LineTypes>;
  readonly link: TableMeta<LinkTypes>;
}

/** The shop's tables as generated code would declare them for an engine. */
export function shopTables({ int32, text, decimal, timestamptz, json }: ShopCodecs): ShopTables {
  const price = decimal(2);
  const item = defineTable<ItemTypes>({
    name: "item",
    read: (row: Row): Item => ({
      itemId: int32.read(row[0]),
      code: text.read(row[1]),
      label: row[2] === null ? null : text.read(row[2]),
      price: price.read(row[3]),
      stock: int32.read(row[4]),
      worth: price.read(row[5]),
      created: timestamptz.read(row[6]),
      extra: row[7] === null ? null : json.read(row[7]),
      settings: json.read(row[8]),
    }),
    columns: {
      itemId: { column: "item_id", codec: int32, type: "int4", filled: "default" },
      code: { column: 'co"de', codec: text, type: "text" },
      label: { column: "select", codec: text, type: "varchar", nullable: true },
      price: { column: "price", codec: price, type: "numeric", filled: "default" },
      stock: { column: "stock", codec: int32, type: "int4", filled: "default" },
      worth: { column: "worth", codec: price, type: "numeric", filled: "always" },
      created: { column: "created", codec: timestamptz, type: "timestamptz", filled: "default" },
      extra: { column: "extra", codec: json, type: "jsonb", nullable: true },
      settings: { column: "settings", codec: json, type: "jsonb", filled: "default" },
    },
    keys: { primaryKey: ["itemId"], code: ["code"] },
    constraints: { item_code_key: ["code"] },
    relations: { lines: { kind: "many", table: () => line, from: ["itemId"], to: ["itemId"] } },
  });
  const line: TableMeta<LineTypes> = defineTable<LineTypes>({
    name: "line",
    read: (row: Row): Line => ({
      orderId: int32.read(row[0]),
      position: int32.read(row[1]),
      itemId: int32.read(row[2]),
      note: row[3] === null ? null : text.read(row[3]),
    }),
    columns: {
      orderId: { column: "order_id", codec: int32, type: "int4" },
      position: { column: "position", codec: int32, type: "int4" },
      itemId: { column: "item_id", codec: int32, type: "int4" },
      note: { column: "note", codec: text, type: "text", nullable: true },
    },
    keys: { primaryKey: ["orderId", "position"] },
    constraints: { line_pkey: ["orderId", "position"], line_item_fkey: ["itemId"] },
    relations: { item: { kind: "one", table: () => item, from: ["itemId"], to: ["itemId"] } },
  });
  const link = defineTable<LinkTypes>({
    name: "link",
    read: (row: Row) => ({ left: int32.read(row[0]), right: int32.read(row[1]) }),
    columns: {
      left: { column: "left", codec: int32, type: "int4" },
      right: { column: "right", codec: int32, type: "int4" },
    },
    keys: { primaryKey: ["left", "right"] },
  });
  return { item, line, link };
}
