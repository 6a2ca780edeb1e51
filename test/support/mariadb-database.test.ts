import mysql from "mysql2/promise";
import { describe, expect, test } from "vitest";
import { loadMysqlScript, splitMysqlScript } from "./load-mysql-script.js";
import { createMariadbDatabase, hasMariadbServer, mariadbServerUrl } from "./mariadb-database.js";
import { startMariadbServer } from "./mariadb-server.js";
import { loadSharedSchema, sharedSchemaPath } from "./shared-schemas.js";

describe.skipIf(!hasMariadbServer())("a MariaDB database of a test's own", () => {
  test("is empty or filled by a script, and is gone after it was dropped", async () => {
    const database = await createMariadbDatabase({ script: "create table a (id int); insert into a values (1), (2)" });
    await database.run("insert into a values (3)");
    expect(await readValues(database.url, "select id as value from a")).toEqual([1, 2, 3]);
    await database.drop();
    expect(await readValues(mariadbServerUrl(), `select count(*) as value from information_schema.schemata where schema_name = '${database.name}'`)).toEqual([0]); // prettier-ignore
  });

  test.each(["chinook", "sakila"] as const)("takes the script of %s", async (name) => {
    if (sharedSchemaPath(`mysql/${name}`) === null) return;
    const database = await createMariadbDatabase();
    try {
      await loadMysqlScript(database.url, await loadSharedSchema(`mysql/${name}`), { calls: name });
      const tables = "select count(*) as value from information_schema.tables where table_schema = database()";
      expect((await readValues(database.url, tables))[0]).toBeGreaterThan(10);
    } finally {
      await database.drop();
    }
  });

  test("can be on a server that stores names in lower case", async () => {
    const server = await startMariadbServer({ lowerCaseTableNames: "1" });
    try {
      const database = await createMariadbDatabase({ script: "create table Mixed (Id int)", server: server.url });
      const names = "select table_name as value from information_schema.tables where table_schema = database()";
      expect(await readValues(database.url, names)).toEqual(["mixed"]);
    } finally {
      await server.stop();
    }
  });
});

test("a script is cut at its DELIMITER lines", () => {
  const script = `
    create table t (id int); -- one
    insert into t values (1);
    DELIMITER //
    create procedure p() begin select 1; end//
    /* nothing */ //
    delimiter ;
    select 2;
  `;
  const parts = [...splitMysqlScript(script)].map((part) => part.trim().replaceAll(/\s+/g, " "));
  expect(parts).toEqual([
    "create table t (id int); -- one insert into t values (1);",
    "create procedure p() begin select 1; end",
    "select 2;",
  ]);
});

async function readValues(url: string, sql: string): Promise<readonly unknown[]> {
  const connection = await mysql.createConnection(url);
  const [rows] = await connection.query<mysql.RowDataPacket[]>(sql);
  await connection.end();
  return rows.map((row): unknown => row["value"]);
}
