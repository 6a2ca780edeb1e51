import type { InsertColumn, InsertDialect } from "tablewright/dialect";
import { castTo } from "../casts.js";
import { toListText } from "./parameters.js";
import { typeOfCodec } from "./type-of-codec.js";

/** A list for each column, as a text of JSON, so that one text of a statement serves any number of rows. */
export const duckdbInsert: InsertDialect = {
  ofDefaults: ({ name }, { middle, end }) => `insert into ${name}${middle} default values${end}`,
  sizeOf: (rows) => Math.min(rows, rowsMax),
  source(columns) {
    const lists = columns.map((_column, index) => `unnest(${castTo(`$${index + 1}`, "VARCHAR[]")}) as c${index}`);
    const values = columns.map(({ type, codec }, index) => castTo(`c${index}`, type ?? typeOfCodec(codec)));
    return `select ${values.join(", ")} from (select ${lists.join(", ")}) as u`;
  },
  lengthMax: null,
  params: (columns: readonly InsertColumn[], values) =>
    columns.map((_column, index) => {
      const list: unknown[] = [];
      for (let at = index; at < values.length; at += columns.length) list.push(toText(values[at]));
      return list;
    }),
  // `preserve_insertion_order` is on unless it is set otherwise: https://duckdb.org/docs/stable/sql/dialect/order_preservation
  order: "kept",
  batches: false,
};

/** A list within the list is the text of one. */
function toText(value: unknown): unknown {
  return Array.isArray(value) ? toListText(value) : value;
}

const rowsMax = 5000;
