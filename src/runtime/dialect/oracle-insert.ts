import { InvalidQueryError } from "../errors/query-errors.js";
import type { InsertDialect } from "./insert-dialect.js";
import { written } from "./oracle-types.js";

/** A row goes by a statement, and many rows by the same statement with many lists of parameters, each of which gives its row. */
export const oracleInsert: InsertDialect = {
  // DEFAULT is taken for every column, also for one that the database computes (ORA-32795 and ORA-54013 are about other values).
  ofDefaults({ name, columns: [column] }, { end }) {
    if (column === undefined) throw new InvalidQueryError(`${name}: inserting: the table has no column`);
    return `insert into ${name} (${column.name}) values (default)${end}`;
  },
  sizeOf: (rows) => Math.min(rows, rowsMax),
  source: (columns) => `values (${columns.map(({ type }, index) => written(`:${index + 1}`, type)).join(", ")})`,
  params: (_columns, values) => values,
  // Of rows of usual size, a few megabytes, which the driver holds twice.
  lengthMax: 4_000_000,
  order: "kept",
  batches: true,
};

const rowsMax = 1000;
