import mssql from "mssql";
import { Database } from "../../../src/runtime/database.js";
import type { Dialect } from "../../../src/runtime/dialect/dialect.js";
import { openSqlserverServer } from "../../../src/runtime/driver/sqlserver-open-server.js";
import { readSqlserverUrl } from "../../../src/runtime/driver/sqlserver-url.js";
import type { Executor } from "../../../src/runtime/executor.js";
import { createSqlserverDatabase, run, sqlserverUrl } from "../../support/sqlserver-database.js";

export class DriverDatabase extends Database {
  /** The rows of `item`, in order. */
  items(): Promise<{ id: number; name: string | null }[]> {
    return this.sql<{ id: number; name: string | null }>`select id, name from item order by id`;
  }

  async add(id: number, name: string | null = null): Promise<void> {
    await this.sql`insert into item (id, name) values (${id}, ${name})`;
  }
}

export interface OpenDriver {
  readonly url: string;
  readonly db: DriverDatabase;
  readonly executor: Executor;
  /** The pool of mssql below it. */
  readonly pool: mssql.ConnectionPool;
  readonly drop: () => Promise<void>;
}

/** An empty database with a table `item (id, name)` and one `counted` that counts its rows. */
export async function openDriver(settings: { readonly max?: number } = {}): Promise<OpenDriver> {
  const database = await createSqlserverDatabase(sqlserverUrl ?? "", "tablewright_driver");
  await run(
    database.url,
    "create table item (id int not null primary key, name nvarchar(100))",
    "create table counted (id int identity not null primary key, name nvarchar(100))",
  );
  const pool = new mssql.ConnectionPool({
    ...(readSqlserverUrl(database.url) as unknown as mssql.config),
    requestTimeout: 0,
    pool: { max: settings.max ?? 4, min: 0 },
  });
  const dialect = { placeholder: (position: number) => `@p${position}`, quote: (name: string) => `[${name}]` };
  const executor = await openSqlserverServer(dialect as unknown as Dialect, { pool });
  const drop = async (): Promise<void> => {
    await executor.close();
    await pool.close();
    await database.drop();
  };
  return { url: database.url, db: new DriverDatabase(executor), executor, pool, drop };
}
