import { describe, expect, it } from "vitest";
import { splitPostgresScript } from "./split-postgres-script.js";

const statements = (script: string) => [...splitPostgresScript(script)].map(({ sql }) => sql);

describe("splitting a script", () => {
  it("ends statements at semicolons, and the last one at the end", () => {
    expect(statements("select 1; select 2;\n\n;select 3")).toEqual(["select 1", "select 2", "select 3"]);
  });

  it.each([
    "select ';', e'\\';', \";\"",
    "select 'it''s; fine'",
    "-- one; two\nselect 1",
    "/* one; two */ select 1",
    "select $$one; $ two$$, $tag$one; $$ two;$tag$",
    "create rule r as on insert to t do (select 1; select 2)",
    "create function f() returns int begin atomic select 1; select 2; end",
    "select $1, a$b$c from t",
  ])("keeps a statement whole: %s", (sql) => {
    expect(statements(`${sql}; select 2;`)).toEqual([sql, "select 2"]);
  });

  it("takes a backslash for an escape where the script says so", () => {
    const off = "SET standard_conforming_strings = off";
    expect(statements(`${off}; select 'a\\';b'; select 2`)).toEqual([off, "select 'a\\';b'", "select 2"]);
    expect(statements("select 'a\\'; select 2")).toEqual(["select 'a\\'", "select 2"]);
  });

  it("takes the data of COPY, and leaves out what is psql's own", () => {
    const script = "\\connect x\nselect 1;\nCOPY t (a, b) FROM stdin;\n1\ta;b\n2\t\\N\n\\.\n\\echo done\nselect 2;\r\n";
    expect([...splitPostgresScript(script)]).toEqual([
      { sql: "select 1", copyData: null },
      { sql: "COPY t (a, b) FROM stdin", copyData: "1\ta;b\n2\t\\N\n" },
      { sql: "select 2", copyData: null },
    ]);
    expect([...splitPostgresScript("copy t from stdin;\n\\.\n")]).toEqual([{ sql: "copy t from stdin", copyData: "" }]);
  });
});
