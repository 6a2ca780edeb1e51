import { Database } from "../../src/runtime/database.js";
import { openMariadb } from "../../src/runtime/driver/open-mariadb.js";
import { openMysql } from "../../src/runtime/driver/open-mysql.js";
import { openPostgresql } from "../../src/runtime/driver/open-postgresql.js";
import { openSqlite } from "../../src/runtime/driver/open-sqlite.js";
import type { Executor } from "../../src/runtime/executor.js";
import {
  createMariadbDatabase,
  hasMariadbServer,
  hasMysqlServer,
  mariadbServerUrl,
  mysqlServerUrl,
} from "./mariadb-database.js";
import { createPostgresDatabase, hasPostgresServer } from "./postgres-database.js";

export type Engine = "sqlite" | "postgresql" | "postgresql 12" | "mariadb" | "mysql";

/** The engines that this run has. */
export const engines: readonly Engine[] = [
  "sqlite",
  "postgresql",
  ...(hasPostgresServer("12") ? ["postgresql 12" as const] : []),
  ...(hasMariadbServer() ? ["mariadb" as const] : []),
  ...(hasMysqlServer() ? ["mysql" as const] : []),
];

/** Whether it is MySQL or MariaDB, of one SQL and one driver. */
export function isMysqlLike(engine: Engine): boolean {
  return engine === "mariadb" || engine === "mysql";
}

/** A class of the test's own, as the generated one is of its users'. */
export class TestDatabase extends Database {
  /** The rows of `item`, in order. */
  items(): Promise<{ id: number; name: string | null }[]> {
    return this.sql<{ id: number; name: string | null }>`select id, name from item order by id`;
  }

  async add(id: number, name: string | null = null): Promise<void> {
    await this.sql`insert into item (id, name) values (${id}, ${name})`;
  }
}

export interface OpenEngine {
  readonly db: TestDatabase;
  readonly executor: Executor;
  /** Closes and removes it. */
  readonly drop: () => Promise<void>;
}

/** An empty database with a table `item (id, name)`, in memory or on the test server. */
export async function openEngine(engine: Engine): Promise<OpenEngine> {
  if (engine === "sqlite") return openTestSqlite();
  if (isMysqlLike(engine)) return openTestMysql(engine);
  return openTestPostgresql(engine === "postgresql" ? "18" : "12");
}

async function openTestSqlite(): Promise<OpenEngine> {
  const executor = await openSqlite({ file: ":memory:" });
  const db = new TestDatabase(executor);
  await db.sql`create table item (id integer primary key, name text)`;
  return { db, executor, drop: () => db.close() };
}

async function openTestPostgresql(version: "18" | "12"): Promise<OpenEngine> {
  const script = "create table item (id integer primary key, name text)";
  const server = await createPostgresDatabase({ script, version });
  const executor = await openPostgresql({ connectionString: server.url });
  const db = new TestDatabase(executor);
  const drop = async (): Promise<void> => {
    await db.close();
    await server.drop();
  };
  return { db, executor, drop };
}

async function openTestMysql(engine: Engine): Promise<OpenEngine> {
  const script = "create table item (id integer primary key, name text)";
  const server = await createMariadbDatabase({
    script,
    server: engine === "mariadb" ? mariadbServerUrl() : mysqlServerUrl(),
  });
  const open = engine === "mariadb" ? openMariadb : openMysql;
  const executor = await open({ uri: server.url });
  const db = new TestDatabase(executor);
  const drop = async (): Promise<void> => {
    await db.close();
    await server.drop();
  };
  return { db, executor, drop };
}
