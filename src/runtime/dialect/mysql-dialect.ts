import type { Dialect } from "./dialect.js";
import { mysqlFamily } from "./mysql-family.js";

/**
 * MySQL 8.0 and later, and 5.7 but for what rests on JSON_TABLE and on window functions, which it lacks: conditions within JSON, slices of relations, and
 * lists of more values than a statement takes parameters. No statement gives back the rows that it writes.
 */
export const mysqlDialect: Dialect = { ...mysqlFamily, name: "mysql" };
