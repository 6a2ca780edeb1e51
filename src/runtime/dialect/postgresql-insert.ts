import type { InsertColumn, InsertDialect } from "./insert-dialect.js";
import { postgresqlArrayLiteral } from "./postgresql-array-literal.js";

/** A list for each column, so that one text serves any number of rows. */
export const postgresqlInsert: InsertDialect = {
  sizeOf: (rows) => Math.min(rows, rowsMax),
  source(columns) {
    const names = columns.map(({ name }) => name).join(", ");
    const values = columns.map((column, index) =>
      isTakenApart(column) ? `u.c${index}::${column.type}` : `u.c${index}`,
    );
    const lists = columns.map((column, index) => `$${index + 1}::${isTakenApart(column) ? "text" : column.type}[]`);
    const aliases = columns.map((_column, index) => `c${index}`).join(", ");
    const rows = `unnest(${lists.join(", ")}) with ordinality as u(${aliases}, n)`;
    return `(${names}) select ${values.join(", ")} from ${rows} order by u.n`;
  },
  params: (values, columns) => Array.from({ length: columns }, (_, index) => toList(values, columns, index)),
  // The sorted rows are inserted one after another, and each gives its RETURNING row at once.
  keepsOrder: true,
};

/** Of rows of usual size, a few megabytes. */
const rowsMax = 5000;

/** `unnest` takes arrays of arrays apart to the last element, and composites into their fields: they travel as texts. */
function isTakenApart({ type = "", codec }: InsertColumn): boolean {
  return type.endsWith("[]") || codec.startsWith("compositeOf");
}

function toList(values: readonly unknown[], columns: number, column: number): string {
  const list: unknown[] = [];
  for (let index = column; index < values.length; index += columns) list.push(values[index]);
  return postgresqlArrayLiteral(list);
}
