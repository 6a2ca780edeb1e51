import mssql from "mssql";
import { describe, expect, it } from "vitest";
import {
  hasSqlserverServer,
  querySqlserver,
  readSqlserverFacts,
  splitSqlserverScript,
  sqlserverServerUrl,
} from "./sqlserver-server.js";
import { startSqlserverStatementRecorder } from "./sqlserver-statement-recorder.js";

it("cuts a script at lines of go, or else at semicolons", () => {
  expect(splitSqlserverScript("create schema a; create view v as select ';' as x, [a;b] from t;")).toEqual([
    "create schema a",
    "create view v as select ';' as x, [a;b] from t",
  ]);
  expect(splitSqlserverScript("create procedure p as begin select 1; end\ngo\nselect 2")).toEqual([
    "create procedure p as begin select 1; end",
    "select 2",
  ]);
});

describe.skipIf(!hasSqlserverServer())("a server that speaks TDS", () => {
  it("says what it is", async () => {
    const { version, standIn } = await readSqlserverFacts(sqlserverServerUrl());
    expect(version).toMatch(/^\d+\.\d+/);
    if (standIn !== null) expect(standIn).toMatch(/^\d+\.\d+/);
  });

  it("is sent what the recorder writes down, short and long, with and without parameters", async () => {
    const recorder = await startSqlserverStatementRecorder(sqlserverServerUrl());
    const long = `select /* ${"long ".repeat(6000)}*/ 1 as n`;
    await querySqlserver(recorder.url, "select 1 as one");
    const { hostname, port, username, password } = new URL(recorder.url);
    const pool = await new mssql.ConnectionPool({
      server: hostname,
      port: Number(port),
      user: username,
      password: decodeURIComponent(password),
      options: { encrypt: false },
    }).connect();
    await pool.request().input("n", 5).query("select @n as n");
    await pool.request().input("n", 5).query(`${long}, @n as m`);
    await pool.close();
    await recorder.close();
    expect(recorder.statements).toContain("select 1 as one");
    expect(recorder.statements).toContain("select @n as n");
    expect(recorder.statements).toContain(`${long}, @n as m`);
  });
});
