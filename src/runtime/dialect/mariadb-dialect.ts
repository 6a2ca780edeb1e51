import type { Dialect } from "./dialect.js";
import { mysqlFamily } from "./mysql-family.js";

/** MariaDB 10.6 and later. Insertions give their rows back (https://mariadb.com/kb/en/insertreturning/), updates do not. */
export const mariadbDialect: Dialect = {
  ...mysqlFamily,
  name: "mariadb",
  writes: { ...mysqlFamily.writes, returning: { insert: true, update: false } },
};
