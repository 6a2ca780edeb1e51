import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, test } from "vitest";
import { openPostgresql } from "../../../src/runtime/driver/open-postgresql.js";
import { openSqlite } from "../../../src/runtime/driver/open-sqlite.js";
import { openMariadb } from "../../../src/runtime/driver/open-mariadb.js";
import type { Codec } from "../../../src/runtime/codec.js";
import { int32 as mysqlKey } from "../../../src/runtime/codec/mysql/mysql-codecs.js";
import { int32 as postgresqlKey } from "../../../src/runtime/codec/postgresql/postgresql-codecs.js";
import { int32 as sqliteKey } from "../../../src/runtime/codec/sqlite/sqlite-codecs.js";
import type { Executor } from "../../../src/runtime/executor.js";
import { Repository } from "../../../src/runtime/repository.js";
import type { ColumnMeta } from "../../../src/runtime/table-meta.js";
import { createMariadbDatabase, type MariadbDatabase } from "../../support/mariadb-database.js";
import { createPostgresDatabase, type PostgresDatabase } from "../../support/postgres-database.js";
import { mysqlValues } from "../codec/mysql-values.js";
import { postgresqlValues, script } from "../codec/postgresql-values.js";
import { sqliteValues } from "../codec/sqlite-values.js";
import { mysqlDialect } from "../../../src/runtime/dialect/mysql-dialect.js";
import { passThroughRepository, readEveryWay, type ValueTypes } from "./pass-through-repository.js";
import { withDialect } from "./with-dialect.js";

interface ValueTable {
  readonly name: string;
  readonly id: Codec<number>;
  readonly value: ColumnMeta;
}

/** A table of one column, as generated code would declare it. */
function toRepository(executor: Executor, { name, id, value }: ValueTable): Repository<ValueTypes> {
  return new Repository<ValueTypes>(
    {
      name,
      read: (row) => ({ id: id.read(row[0]), value: row[1] === null ? null : value.codec.read(row[1]) }),
      columns: { id: { column: "id", codec: id }, value },
      keys: { primaryKey: ["id"] },
    },
    executor,
  );
}

describe("every type of SQLite passes unchanged through a repository", () => {
  test.each(sqliteValues.map((entry) => [entry.type, entry.codec.name, entry] as const))(
    "%s as %s",
    async (_type, _name, entry) => {
      const database = new Database(":memory:");
      database.exec(`create table every_type (id integer primary key, value ${entry.type})`);
      const value = { column: "value", codec: entry.codec, nullable: true };
      const executor = await openSqlite({ database });
      const values = toRepository(executor, { name: "every_type", id: sqliteKey, value });
      await passThroughRepository(values, entry);
      await readEveryWay(executor, values, entry);
      database.close();
    },
  );
});

describe("every type of PostgreSQL passes unchanged through a repository", () => {
  let database: PostgresDatabase;
  let executor: Executor;
  beforeAll(async () => {
    database = await createPostgresDatabase({ script: `create extension if not exists citext; ${script}` });
    executor = await openPostgresql({ connectionString: database.url, options: "-c lc_monetary=C", max: 1 });
  });
  afterAll(async () => {
    await executor.close();
    await database.drop();
  });

  test.each(postgresqlValues.map((entry, index) => [entry.type, entry.codec.name, entry, index] as const))(
    "%s as %s",
    async (type, _name, entry, index) => {
      const name = `every_type_${index}`;
      await database.run(`create table ${name} (id int4 primary key, value ${type})`);
      const value = { column: "value", codec: entry.codec, type: toCast(type), nullable: true };
      const values = toRepository(executor, { name, id: postgresqlKey, value });
      await passThroughRepository(values, entry);
      await readEveryWay(executor, values, entry);
    },
  );
});

describe("every type of MariaDB passes unchanged through a repository", () => {
  let database: MariadbDatabase;
  let executor: Executor;
  beforeAll(async () => {
    database = await createMariadbDatabase({ script: "alter database default character set utf8mb4" });
    executor = await openMariadb({ uri: database.url });
  });
  afterAll(async () => {
    await executor.close();
    await database.drop();
  });

  test.each(mysqlValues.map((entry, index) => [entry.type, entry.codec.name, entry, index] as const))(
    "%s as %s, in the statements of both dialects",
    async (type, _name, entry, index) => {
      const value = { column: "value", codec: entry.codec, nullable: true };
      for (const on of [executor, withDialect(executor, mysqlDialect)]) {
        const name = `every_type_${on.dialect.name}_${index}`;
        await database.run(`create table ${name} (id int primary key, value ${type})`);
        const values = toRepository(on, { name, id: mysqlKey, value });
        await passThroughRepository(values, entry);
        await readEveryWay(on, values, entry);
      }
    },
  );
});

/** Without modifiers, one pair of brackets for any number of dimensions, and what a domain is over: as generated code casts. */
function toCast(type: string): string {
  const bare = type.replace(/\(.*\)/, "").replace(/(?:\[\])+$/, "[]");
  const others: Readonly<Record<string, string>> = { bit: "varbit", char: "bpchar", posint: "int4", varchar: "text" };
  return others[bare] ?? bare;
}
