import { hasMariadbServer, hasMysqlServer } from "../../support/mariadb-database.js";
import { hasPostgresServer } from "../../support/postgres-database.js";
import type { DialectUnderTest } from "./dialect-under-test.js";
import { mariadbUnderTest } from "./mariadb-dialect.js";
import { mysqlUnderTest } from "./mysql-dialect.js";
import { postgresqlUnderTest } from "./postgresql-dialect.js";
import { sqliteUnderTest } from "./sqlite-dialect.js";

/** The dialects whose servers this run has. */
export async function dialectsUnderTest(): Promise<readonly DialectUnderTest[]> {
  return [
    sqliteUnderTest(),
    ...(hasPostgresServer("18") ? [await postgresqlUnderTest("18")] : []),
    ...(hasPostgresServer("12") ? [await postgresqlUnderTest("12")] : []),
    ...(hasMariadbServer() ? [await mariadbUnderTest()] : []),
    ...(hasMysqlServer() ? [await mysqlUnderTest()] : []),
  ];
}
