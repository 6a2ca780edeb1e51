import { beforeAll, expect, it } from "vitest";
import type { Reading } from "../../../src/introspect/read-database.js";
import { createDatabase, describeMariadb, readUrl } from "./read-mysql.js";

describeMariadb("packages of MariaDB's Oracle mode", () => {
  let reading: Reading;

  beforeAll(async () => {
    const database = await createDatabase(`
      create function plain(a int) returns int deterministic return a;
      set sql_mode = ORACLE;
      create package tools as procedure p1; function f1 return int; end;
      create package body tools as
        procedure p1 as begin select 1; end;
        function f1 return int as begin return 1; end;
      end;
      create package bare as function f2 return int; end;`);
    reading = await readUrl(database.url);
  });

  it("are named once each, with a note", () => {
    expect(reading.model.extra["packages"]).toEqual(["bare", "tools"]);
    expect(reading.diagnostics.map(({ code, severity, subject }) => [code, severity, subject])).toEqual([
      ["TW1022", "note", "main.bare"],
      ["TW1022", "note", "main.tools"],
    ]);
  });

  it("are not counted as routines", () => {
    expect(reading.model.routines.map(({ name }) => name)).toEqual(["plain"]);
    expect(reading.counted?.catalog.routines).toBe(1);
  });
});
