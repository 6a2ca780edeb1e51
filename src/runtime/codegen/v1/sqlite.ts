/** What the generated code of a SQLite database imports. */
export * from "./index.js";
export * from "../../codec/sqlite/sqlite-codecs.js";
export { openSqlite } from "../../driver/open-sqlite.js";
export type { SqliteOptions } from "../../driver/sqlite-options.js";
