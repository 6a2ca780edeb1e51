import type { DialectPackage } from "tablewright";
import { duckdbCasts } from "./column-cast.js";

/** The dialect of DuckDB: name it as `dialect` in the configuration, with a connection `duckdb:PATH` or `{ file: "PATH" }`. */
export const duckdb = {
  interfaceVersion: 1,
  name: "duckdb",
  title: "DuckDB",
  driver: "@duckdb/node-api",
  urls: {
    schemes: ["duckdb"],
    form: "duckdb:PATH",
    file: { suffixes: [".duckdb", ".ddb"], beside: [".wal"] },
    family: null,
  },
  door: { module: "tablewright-duckdb/codegen", open: "openDuckdb", options: "DuckdbOptions" },
  missingCodecs: {
    bits: "DuckDB's bit strings are texts, as `opaque` gives them",
    year: "DuckDB has no type of years",
    money: "DuckDB has no type of amounts in a locale",
    opaqueUnequal: "DuckDB compares every value",
    setOf: "DuckDB has no sets",
    rangeOf: "DuckDB has no ranges",
    multirangeOf: "DuckDB has no ranges",
    compositeOf: "structs have no names in DuckDB's catalog",
  },
  emission: {
    // A name without a schema is looked for in the search path of the connection.
    namesDefaultSchema: true,
    casts: duckdbCasts,
    booleanNumber: null,
    bitsAsBytes: false,
    returnsTriggered: true,
    upsertsIntoViews: false,
    viewsTakeDefaults: false,
    routines: { namedByKind: false, namedArguments: false, untoldRows: false },
  },
  openInspector: async (target) => (await import("./catalog/duckdb-inspector.js")).openDuckdbInspector(target),
} as const satisfies DialectPackage;

// eslint-disable-next-line no-restricted-syntax -- what a dialect's package is known by
export default duckdb;
