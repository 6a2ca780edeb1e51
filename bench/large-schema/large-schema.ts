import { Picker } from "./picker.js";

/** A made-up database of any size, the same for the same size: what the benchmarks of the generator read. */
export interface LargeSchema {
  readonly tables: readonly LargeTable[];
}

export interface LargeTable {
  readonly name: string;
  /** After the primary key, which every table has: `id`. */
  readonly columns: readonly LargeColumn[];
  /** The names of columns that are unique together with nothing else. */
  readonly unique: readonly string[];
}

export interface LargeColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  /** The table whose `id` it refers to; null for a column of its own. */
  readonly references: string | null;
}

export type ColumnKind =
  | "integer"
  | "bigint"
  | "text"
  | "varchar"
  | "decimal"
  | "boolean"
  | "date"
  | "timestamp"
  | "json"
  | "float"
  | "status";

const areas = [
  "billing",
  "catalog",
  "claims",
  "fleet",
  "planning",
  "research",
  "sales",
  "support",
  "tariff",
  "warehouse",
];
const things = [
  "account",
  "contract",
  "device",
  "document",
  "ledger",
  "order",
  "parcel",
  "project",
  "report",
  "ticket",
];
const roles = ["owner", "parent", "source", "target", "origin", "holder"];
const names: readonly (readonly [string, ColumnKind])[] = [
  ["code", "varchar"],
  ["title", "varchar"],
  ["status", "status"],
  ["amount", "decimal"],
  ["created_at", "timestamp"],
  ["is_active", "boolean"],
  ["notes", "text"],
  ["quantity", "integer"],
  ["external_number", "bigint"],
  ["valid_from", "date"],
  ["valid_until", "date"],
  ["attributes", "json"],
  ["weight", "float"],
  ["priority", "integer"],
  ["description", "text"],
  ["unit_price", "decimal"],
  ["changed_at", "timestamp"],
  ["label", "varchar"],
  ["is_locked", "boolean"],
  ["region", "varchar"],
];

/** `count` tables of about 20 columns, 2.4 of them foreign keys: to earlier tables, or to their own. */
export function largeSchema(count: number): LargeSchema {
  const picker = new Picker(count);
  const tables: LargeTable[] = [];
  for (let index = 0; index < count; index += 1) tables.push(toTable(index, tables, picker));
  return { tables };
}

function toTable(index: number, earlier: readonly LargeTable[], picker: Picker): LargeTable {
  const name = `${areas[index % areas.length]}_${String(index).padStart(5, "0")}_${things[Math.floor(index / areas.length) % things.length]}`;
  const foreignKeys = toForeignKeys(name, earlier, picker);
  const own = names.slice(0, 19 - foreignKeys.length + picker.below(3) - 1);
  const columns = own.map(([column, kind], place) => ({
    name: column,
    kind,
    nullable: place > 4 && picker.below(2) === 0,
    references: null,
  }));
  return { name, columns: [...columns, ...foreignKeys], unique: index % 3 === 0 ? ["code"] : [] };
}

/** Two of five tables have three, the others two: 2.4 on average. */
function toForeignKeys(self: string, earlier: readonly LargeTable[], picker: Picker): readonly LargeColumn[] {
  const count = picker.below(5) < 2 ? 3 : 2;
  const first = picker.below(roles.length);
  return Array.from({ length: count }, (_, number) => {
    const target = earlier[picker.below(Math.max(earlier.length, 1))]?.name ?? self;
    const references = picker.below(20) === 0 ? self : target;
    const nullable = references === self || picker.below(3) === 0;
    return { name: `${roles[(first + number) % roles.length]}_id`, kind: "integer", nullable, references };
  });
}
