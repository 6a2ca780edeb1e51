import type { Bind, Operand } from "./dialect.js";

/** `decimal(65,2)` for a decimal: beside a text, which a parameter is, the server could compare doubles. `bit` for bits, whose parameters are bytes. */
export function typeOf(codec: string): string | undefined {
  if (codec.startsWith("bits(")) return "bit";
  const scale = /^decimal\((\d+)\)$/.exec(codec)?.[1];
  return scale === undefined ? undefined : `decimal(65,${scale})`;
}

/** A parameter of a type beside a column of it. */
export function compared(placeholder: string, type: string | undefined): string {
  if (type === "bit") return `cast(conv(hex(${placeholder}), 16, 10) as unsigned)`;
  return isDecimal(type) ? `cast(${placeholder} as ${type})` : placeholder;
}

function isDecimal(type: string | undefined): type is string {
  return type?.startsWith("decimal(65,") === true;
}

/**
 * A parameter for each value, of which there are few numbers: the last value is repeated. A list that is too long for that goes as one text of JSON
 * (MySQL 8.0.4, MariaDB 10.6).
 */
export function isIn({ sql, type }: Operand, values: readonly unknown[], bind: Bind): string {
  const size = listForm(values.length);
  if (size === null)
    return `${sql} in (select ${toJsonRows(
      [type],
      values.map((value) => [value]),
      bind,
    )})`;
  const items = pad(values, size).map((value) => compared(bind(value), type));
  return `${sql} in (${items.join(", ")})`;
}

/** The same for several columns at a time. */
export function isRowIn(operands: readonly Operand[], rows: readonly (readonly unknown[])[], bind: Bind): string {
  const columns = `(${operands.map(({ sql }) => sql).join(", ")})`;
  const types = operands.map(({ type }) => type);
  const size = listForm(rows.length);
  if (size === null) return `${columns} in (select ${toJsonRows(types, rows, bind)})`;
  const items = pad(rows, size).map(
    (row) => `(${row.map((value, index) => compared(bind(value), types[index])).join(", ")})`,
  );
  return `${columns} in (${items.join(", ")})`;
}

/** How many items a list of so many is written with; null for one that goes as JSON. */
export function listForm(values: number): number | null {
  if (values > itemsMax) return null;
  if (values <= 8) return values;
  // Four forms between one power of two and the next: few texts, and few values too many.
  const step = 2 ** (Math.ceil(Math.log2(values)) - 3);
  return Math.ceil(values / step) * step;
}

/** A statement takes 65,535 parameters: seven such lists, or one of seven columns, and some more. */
const itemsMax = 8192;

function pad<T>(items: readonly T[], size: number): readonly T[] {
  const last = items.at(-1);
  return last === undefined ? items : [...items, ...Array.from({ length: size - items.length }, () => last)];
}

/** What follows `select`: the columns of rows of values. */
function toJsonRows(types: readonly (string | undefined)[], rows: readonly (readonly unknown[])[], bind: Bind): string {
  const columns = types.map((type, index) =>
    toColumn(
      type,
      rows.map((row) => row[index]),
    ),
  );
  const list = columns.map((column, index) => column.read(`j.c${index}`)).join(", ");
  const declared = columns.map(({ type }, index) => `c${index} ${type} path '$[${index}]'`).join(", ");
  return `${list} from json_table(${bind(`[${rows.map((row) => `[${row.map(toJson).join(",")}]`).join(",")}]`)}, '$[*]' columns (${declared})) as j`;
}

interface JsonColumn {
  readonly type: string;
  readonly read: (column: string) => string;
}

function toColumn(type: string | undefined, values: readonly unknown[]): JsonColumn {
  if (type === "bit") return { type: "longtext", read: (column) => `cast(conv(${column}, 16, 10) as unsigned)` };
  if (isDecimal(type)) return { type, read: (column) => column };
  if (values.every((value) => typeof value === "bigint" || Number.isSafeInteger(value))) {
    return { type: toIntegerType(values), read: (column) => column };
  }
  if (typeof values[0] === "number") return { type: "double", read: (column) => column };
  if (values[0] instanceof Uint8Array) return { type: "longtext", read: (column) => `unhex(${column})` };
  // As the result of this function, texts take on the collation of the column that they are compared with; as columns, theirs and its would be at odds.
  return { type: "longtext", read: (column) => `json_unquote(json_quote(${column}))` };
}

function toIntegerType(values: readonly unknown[]): string {
  if (values.every((value) => Number(value) < 2 ** 63)) return "bigint";
  return values.every((value) => Number(value) >= 0) ? "bigint unsigned" : "decimal(65,0)";
}

function toJson(value: unknown): string {
  if (value instanceof Uint8Array)
    return `"${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}"`;
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}
