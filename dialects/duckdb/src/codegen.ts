/** What the generated code of a DuckDB database imports. */
export * from "tablewright/codegen/v1";
export * from "./codec/duckdb-codecs.js";
export { openDuckdb } from "./runtime/open-duckdb.js";
export type { DuckdbOptions } from "./runtime/duckdb-options.js";
