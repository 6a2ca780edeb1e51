import type { MysqlServer } from "./mysql-server.js";

/** One statement that makes a session's answers independent of the server's settings, and bounds the time of each. */
export function toSettings(server: MysqlServer, statementTimeoutMs: number): string {
  const settings = [
    // Strictness, which every server has today, makes more of a view's columns nullable: a text function gives NULL for malformed text.
    "sql_mode = 'STRICT_TRANS_TABLES'",
    "time_zone = '+00:00'",
    `${isolationVariable(server)} = 'REPEATABLE-READ'`,
    // Seconds here, https://mariadb.com/kb/en/server-system-variables/#max_statement_time, milliseconds there.
    server.engine === "mariadb"
      ? `max_statement_time = ${statementTimeoutMs / 1000}`
      : `max_execution_time = ${statementTimeoutMs}`,
  ];
  return `SET SESSION ${settings.join(", ")}`;
}

/** MariaDB took over MySQL's newer name in 11.1, MySQL itself dropped the older one in 8.0. */
function isolationVariable({ engine, version }: MysqlServer): string {
  const newName = engine === "mariadb" ? version >= 110_101 : version >= 80_000;
  return newName ? "transaction_isolation" : "tx_isolation";
}
