import type { InsertDialect } from "./insert-dialect.js";

/** Rows as lists of values. */
export const mysqlInsert: InsertDialect = {
  ofDefaults: ({ name }, { middle, end }) => `insert into ${name}${middle} () values ()${end}`,
  sizeOf(rows, columns) {
    const most = Math.min(rows, Math.floor(parametersMax / columns));
    return sizes.find((size) => size <= most) ?? 1;
  },
  source(columns, rows) {
    const row = `(${columns.map(() => "?").join(", ")})`;
    return `values ${Array.from({ length: rows }, () => row).join(", ")}`;
  },
  // A character takes up to three bytes (of four it counts for two), and the smallest usual `max_allowed_packet` is 4 MiB.
  lengthMax: 1_300_000,
  params: (_columns, values) => values,
  // MariaDB sends each row as it is stored (`write_record` in sql_insert.cc), before it turns to the next.
  order: "kept",
  batches: false,
};

/** A rest takes a few smaller ones. */
const sizes = [1000, 250, 50, 10, 1];

/** ER_PS_MANY_PARAM (1390) beyond it. */
const parametersMax = 65_535;
