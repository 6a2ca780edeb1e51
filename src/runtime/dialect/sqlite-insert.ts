import type { InsertDialect } from "./insert-dialect.js";

/** Rows as lists of values. SQLite gives them back in their order, though its documentation does not promise it. */
export const sqliteInsert: InsertDialect = {
  ofDefaults: ({ name }, { middle, end }) => `insert into ${name}${middle} default values${end}`,
  sizeOf(rows, columns) {
    const most = Math.min(rows, Math.floor(parametersMax / columns));
    return sizes.find((size) => size <= most) ?? 1;
  },
  source(columns, rows) {
    const row = `(${columns.map(() => "?").join(", ")})`;
    return `values ${Array.from({ length: rows }, () => row).join(", ")}`;
  },
  lengthMax: null,
  params: (_columns, values) => values,
  order: "checked",
  batches: false,
};

/** Larger ones gain nothing; a rest takes a few smaller ones. */
const sizes = [50, 10, 1];

/** The default of SQLITE_MAX_VARIABLE_NUMBER: https://www.sqlite.org/limits.html */
const parametersMax = 32_766;
