/** What the generated code of a MariaDB database imports. */
export * from "./index.js";
export * from "../../codec/mysql/mysql-codecs.js";
export { openMariadb, type MariadbOptions } from "../../driver/open-mariadb.js";
