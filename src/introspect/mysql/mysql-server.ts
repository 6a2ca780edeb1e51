import type { SessionRow } from "./mysql-rows.js";

/** What the server turned out to be: MySQL and MariaDB have one ancestor, and tell different things of themselves. */
export interface MysqlServer {
  readonly engine: "mysql" | "mariadb";
  /** 100619 for 10.6.19. */
  readonly version: number;
  /** The database of the connection. */
  readonly database: string;
  /** Columns of information_schema that only some servers have: see `hasFeature`. */
  readonly features: ReadonlySet<string>;
}

export type MysqlFeature = (typeof mysqlFeatures)[number];

/** What is asked of information_schema's own columns, as `TABLE.COLUMN`. */
export const mysqlFeatures = [
  "CHECK_CONSTRAINTS.CHECK_CLAUSE",
  "CHECK_CONSTRAINTS.TABLE_NAME",
  "COLUMNS.IS_SYSTEM_TIME_PERIOD_START",
  "SCHEMATA.SCHEMA_COMMENT",
  "STATISTICS.EXPRESSION",
  "STATISTICS.IGNORED",
  "STATISTICS.IS_VISIBLE",
  "TABLE_CONSTRAINTS.ENFORCED",
  "VIEWS.ALGORITHM",
] as const;

export function hasFeature(server: MysqlServer, feature: MysqlFeature): boolean {
  return server.features.has(feature);
}

/** Reads what a session says of its server: old MariaDB put `5.5.5-` in front of its version, so that old clients would take it for a MySQL. */
export function toMysqlServer(row: SessionRow, database: string): MysqlServer {
  const isMariadb = /mariadb/i.test(row.version);
  const numbers = /(\d+)\.(\d+)\.(\d+)/.exec(row.version.replace(/^5\.5\.5-/, ""));
  const [major, minor, patch] = (numbers?.slice(1) ?? []).map(Number);
  return {
    engine: isMariadb ? "mariadb" : "mysql",
    version: (major ?? 0) * 10_000 + (minor ?? 0) * 100 + (patch ?? 0),
    database,
    features: new Set((row.features ?? "").toUpperCase().split(",")),
  };
}
