/** What the generated code of a MySQL database imports. */
export * from "./index.js";
export * from "../../codec/mysql/mysql-codecs.js";
export { openMysql } from "../../driver/open-mysql.js";
export type { MysqlOptions } from "../../driver/mysql-options.js";
