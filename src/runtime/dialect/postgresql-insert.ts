import type { InsertColumn, InsertDialect } from "./insert-dialect.js";

/** A list for each column, so that one text serves any number of rows. */
export const postgresqlInsert: InsertDialect = {
  ofDefaults: ({ name }, { middle, end }) => `insert into ${name}${middle} default values${end}`,
  sizeOf: (rows) => Math.min(rows, rowsMax),
  source(columns) {
    const values = columns.map((column, index) =>
      isTakenApart(column) ? `u.c${index}::${column.type}` : `u.c${index}`,
    );
    const lists = columns.map((column, index) => `$${index + 1}::${isTakenApart(column) ? "text" : column.type}[]`);
    const aliases = columns.map((_column, index) => `c${index}`).join(", ");
    const rows = `unnest(${lists.join(", ")}) with ordinality as u(${aliases}, n)`;
    return `select ${values.join(", ")} from ${rows} order by u.n`;
  },
  lengthMax: null,
  params: (columns, values) =>
    columns.map(({ type = "" }, index) => {
      const toList = bareTypes.has(type) ? toBareList : toQuotedList;
      return toList(values, index, columns.length);
    }),
  // The sorted rows are inserted one after another, and each gives its RETURNING row at once.
  order: "kept",
  batches: false,
};

/** Of rows of usual size, a few megabytes. */
const rowsMax = 5000;

/** `unnest` takes arrays of arrays apart to the last element, and composites into their fields: they travel as texts. */
function isTakenApart({ type = "", codec }: InsertColumn): boolean {
  return type.endsWith("[]") || codec.startsWith("compositeOf");
}

/** Every `step`th value, as the text of an array. */
function toBareList(values: readonly unknown[], start: number, step: number): string {
  let list = "";
  for (let index = start; index < values.length; index += step) {
    const value = values[index];
    list += value === null ? ",NULL" : `,${value as string}`;
  }
  return `{${list.slice(1)}}`;
}

function toQuotedList(values: readonly unknown[], start: number, step: number): string {
  let list = "";
  for (let index = start; index < values.length; index += step) {
    const value = values[index] as string | null;
    if (value === null) list += ",NULL";
    else list += special.test(value) ? `,"${value.replaceAll(allSpecial, "\\$&")}"` : `,"${value}"`;
  }
  return `{${list.slice(1)}}`;
}

/** Types whose texts mean nothing else inside an array. */
const bareTypes: ReadonlySet<string> = new Set(
  "bool int2 int4 int8 oid float4 float8 numeric date time timetz timestamp timestamptz uuid".split(" "),
);
const special = /["\\]/;
const allSpecial = /["\\]/g;
