import type { Bind, Operand } from "./dialect.js";
import { compared } from "./oracle-types.js";

/**
 * A parameter for each value, of which there are few numbers: the last value is repeated. A list takes 1,000 expressions (ORA-01795,
 * https://docs.oracle.com/en/error-help/db/ora-01795/); a longer one goes as one text of JSON.
 */
export function isIn(operand: Operand, values: readonly unknown[], bind: Bind): string {
  const size = listForm(values.length);
  if (size === null)
    return `${operand.sql} in (select ${toJsonRows(
      [operand],
      values.map((value) => [value]),
      bind,
    )})`;
  const items = pad(values, size).map((value) => compared(bind(value), operand.type));
  return `${operand.sql} in (${items.join(", ")})`;
}

/** The same for several columns at a time. */
export function isRowIn(operands: readonly Operand[], rows: readonly (readonly unknown[])[], bind: Bind): string {
  const columns = `(${operands.map(({ sql }) => sql).join(", ")})`;
  const size = operands.length * rows.length > bindsMax ? null : listForm(rows.length);
  if (size === null) return `${columns} in (select ${toJsonRows(operands, rows, bind)})`;
  const items = pad(rows, size).map(
    (row) => `(${row.map((value, index) => compared(bind(value), operands[index]?.type)).join(", ")})`,
  );
  return `${columns} in (${items.join(", ")})`;
}

/** How many items a list of so many is written with; null for one that goes as JSON. */
export function listForm(values: number): number | null {
  if (values > itemsMax) return null;
  if (values <= 8) return values;
  // Four forms between one power of two and the next: few texts, and few values too many.
  const step = 2 ** (Math.ceil(Math.log2(values)) - 3);
  return Math.min(itemsMax, Math.ceil(values / step) * step);
}

const itemsMax = 1000;
/** A statement takes 65,535 parameters, of which a list is not to take all. */
const bindsMax = 16_384;

function pad<T>(items: readonly T[], size: number): readonly T[] {
  const last = items.at(-1);
  return last === undefined ? items : [...items, ...Array.from({ length: size - items.length }, () => last)];
}

/**
 * What follows `select`: the columns of rows of values. A text that is longer than SQL's is an error, not a value that is missing
 * (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/JSON_TABLE.html, "JSON_value_on_error_clause").
 */
function toJsonRows(operands: readonly Operand[], rows: readonly (readonly unknown[])[], bind: Bind): string {
  const columns = operands.map(({ type }, index) => toColumn(`j.c${index}`, type, rows[0]?.[index]));
  const declared = columns.map((column, index) => `c${index} ${column.type} path '$[${index}]' error on error`);
  const list = columns.map(({ read }) => read).join(", ");
  const json = `[${rows.map((row) => `[${row.map(toJson).join(",")}]`).join(",")}]`;
  return `${list} from json_table(${bind(json)}, '$[*]' columns (${declared.join(", ")})) j`;
}

interface JsonColumn {
  readonly type: string;
  /** The value in the list. */
  readonly read: string;
}

function toColumn(name: string, type: string | undefined, sample: unknown): JsonColumn {
  if (sample instanceof Uint8Array) return { type: "varchar2(4000)", read: `hextoraw(${name})` };
  if (typeof sample === "number" || typeof sample === "bigint") return { type: "number", read: compared(name, type) };
  return { type: "varchar2(4000)", read: compared(name, type) };
}

function toJson(value: unknown): string {
  if (value instanceof Uint8Array)
    return `"${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}"`;
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}
