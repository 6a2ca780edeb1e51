import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SqlserverRequest, SqlserverResult } from "../../../src/runtime/driver/sqlserver-query.js";
import { openSqlserverPool, type OpenSqlserverPool } from "../../../src/runtime/driver/sqlserver-open-pool.js";
import { SqlserverStatement } from "../../../src/runtime/driver/sqlserver-statement.js";
import {
  createSqlserverDatabase,
  run,
  sqlserverUrl,
  type SqlserverDatabase,
} from "../../support/sqlserver-database.js";

describe.skipIf(sqlserverUrl === undefined)(
  "statements on SQL Server (skipped unless TABLEWRIGHT_TEST_MSSQL_URL is set)",
  () => {
    let database: SqlserverDatabase;
    let pool: OpenSqlserverPool;

    beforeAll(async () => {
      database = await createSqlserverDatabase(sqlserverUrl ?? "");
      await run(
        database.url,
        `create table parent (id int not null constraint pk_parent primary key, name nvarchar(10) not null constraint uq_name unique)`,
        `create table child (id int not null primary key, parent int not null constraint fk_parent references parent (id),
         size int constraint ck_size check (size > 0))`,
        `insert into parent values (1, N'one')`,
      );
      pool = await openSqlserverPool({ url: database.url });
    });

    afterAll(async () => {
      await pool.close();
      await database.drop();
    });

    function ask(request: SqlserverRequest): Promise<SqlserverResult> {
      return new SqlserverStatement(pool.channel, request.sql).ask(request.params, (result) => result);
    }

    test("values come back as they were bound", async () => {
      const params = ["äß€", 7, -3_000_000_000, 0.1, 9007199254740993n, true, Buffer.from([1, 2]), null];
      const { sets } = await ask({ sql: "select @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8", params });
      expect(sets[0]?.rows).toEqual([
        ["äß€", 7, "-3000000000", 0.1, "9007199254740993", true, Buffer.from([1, 2]), null],
      ]);
    });

    test("a text longer than 4,000 characters, and bytes longer than 8,000, keep their length", async () => {
      const { sets } = await ask({
        sql: "select len(@p1), datalength(@p2)",
        params: ["x".repeat(5000), new Uint8Array(9000)],
      });
      expect(sets[0]?.rows[0]?.map(Number)).toEqual([5000, 9000]);
    });

    test("a changed row is counted", async () => {
      expect((await ask({ sql: "update parent set name = @p1 where id = @p2", params: ["eins", 1] })).count).toBe(1);
    });

    test.each([
      ["insert into parent values (@p1, @p2)", [1, "again"], "uniqueViolation", "pk_parent"],
      ["insert into child values (@p1, @p2, 1)", [1, 99], "foreignKeyViolation", "fk_parent"],
      ["insert into child values (@p1, @p2, @p3)", [1, 1, 0], "checkViolation", "ck_size"],
    ])("a broken constraint is told: %s", async (sql, params, code, constraint) => {
      await expect(ask({ sql, params })).rejects.toMatchObject({ code, constraint });
    });

    test("a missing value is told by its column", async () => {
      await expect(ask({ sql: "insert into parent values (2, @p1)", params: [null] })).rejects.toMatchObject({
        code: "notNullViolation",
        columns: ["name"],
      });
    });

    test("no error tells a value", async () => {
      const secret = "s3cr3t-text-that-is-too-long";
      const failed = await ask({ sql: "insert into parent values (3, @p1)", params: [secret] }).catch(
        (error: unknown) => error,
      );
      expect(failed).toMatchObject({ code: "queryFailed" });
      expect(String(failed)).not.toContain("s3cr3t");
    });

    test("more parameters than the server takes are refused before they are sent", async () => {
      await expect(ask({ sql: "select 1", params: new Array(2099).fill(1) })).rejects.toMatchObject({
        code: "invalidQuery",
      });
      expect((await ask({ sql: "select 1", params: [] })).sets[0]?.rows).toEqual([[1]]);
    });

    test("an integer of more than 64 bits is refused before it is sent", async () => {
      await expect(ask({ sql: "select @p1", params: [2n ** 63n] })).rejects.toMatchObject({ code: "invalidQuery" });
    });

    test("a call that has a limit ends", async () => {
      const digits = "(values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))";
      const from = Array.from("abcdefg", (alias) => `${digits} ${alias}(n)`).join(" cross join ");
      const statement = new SqlserverStatement(pool.channel, `select count_big(*) from ${from}`);
      await expect(statement.run([], { timeoutMs: 20 })).rejects.toMatchObject({ code: "queryTimeout" });
      expect((await ask({ sql: "select 1", params: [] })).count).toBe(1);
    });
  },
);
