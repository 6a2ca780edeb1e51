import type { DatabaseModel } from "../../../src/model/database-model.js";
import { describe, expect, it } from "vitest";
import { openPostgresqlInspector } from "../../../src/introspect/postgresql/postgresql-inspector.js";
import { printModel } from "../../../src/model/model-json.js";
import { startStatementRecorder } from "../../support/statement-recorder.js";
import { createDatabase, readUrl, serverVersions } from "./read-postgres.js";

describe.each(serverVersions)("reading PostgreSQL %s", (version) => {
  it("takes as many statements for many tables as for 10, and at most 15", async () => {
    const last = version === "18" ? 1000 : 100;
    const database = await createDatabase(version, toTables(1, 10));
    const few = await readUrl(database.url);
    await database.run(toTables(11, last));
    const many = await readUrl(database.url);
    expect([few.model.tables.length, many.model.tables.length]).toEqual([10, last]);
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBeLessThanOrEqual(15);
  });

  it("gives the same bytes again, and for the same schema made in another order", async () => {
    const parts = [
      "create type mood as enum ('sad', 'ok');",
      "create view seen as select 1 as one;",
      "create function f(integer) returns integer language sql as 'select 1';",
      "create function f(text) returns integer language sql as 'select 1';",
    ];
    const constraints = ["add constraint b_a foreign key (a) references a", "add constraint b_c check (id > 0)"];
    const indexes = ["create index b_m on b (m);", "create index b_a on b (a);"];
    const table = "create table b (id integer primary key, a integer, m mood);";
    const one = await createDatabase(
      version,
      ["create table a (id integer primary key, note text);", ...parts, table, ...indexes].join("\n"),
      constraints.map((constraint) => `alter table b ${constraint};`).join("\n"),
    );
    const other = await createDatabase(
      version,
      "create table gone (id serial primary key); drop table gone;",
      "create table a (x integer, id integer primary key, note text); alter table a drop column x;",
      [...parts.toReversed(), table, ...indexes.toReversed()].join("\n"),
      constraints
        .toReversed()
        .map((constraint) => `alter table b ${constraint};`)
        .join("\n"),
    );
    const printed = printModel((await readUrl(one.url)).model);
    expect(printModel((await readUrl(one.url)).model)).toBe(printed);
    expect(printModel((await readUrl(other.url)).model)).toBe(printed);
  });

  it("can be done again on the same connection, after a failure too", async () => {
    const database = await createDatabase(version, "create table t (id integer)");
    const inspector = await openPostgresqlInspector({ engine: "postgresql", connection: database.url });
    const options = { schemas: null, statementTimeoutMs: 10_000 };
    try {
      const first = await inspector.read(options);
      await expect(inspector.read({ ...options, schemas: ["gone"] })).rejects.toThrow("no such schema");
      expect(await inspector.read(options)).toEqual(first);
    } finally {
      await inspector.close();
    }
  });

  it("tells what is being read", async () => {
    const database = await createDatabase(version);
    const inspector = await openPostgresqlInspector({ engine: "postgresql", connection: database.url });
    const told: string[] = [];
    await inspector.read({ schemas: null, statementTimeoutMs: 10_000, onProgress: (what) => told.push(what) });
    await inspector.close();
    expect(told).toEqual(expect.arrayContaining(["schemas", "tables and views", "columns", "constraints"]));
  });

  it("gives the same whatever the settings of the role and the database are", async () => {
    const script = `create schema s; create table s.t (id integer primary key default 1, at timestamptz default '2020-01-01 00:00+00',
      lasts interval default '1 day 2 hours', price money default 12.5, day date default '2020-02-01', f double precision default 0.1::real);
      create view public.v as select id as "select", lasts from s.t where day > '2020-02-03';`;
    const plain = await createDatabase(version, script);
    const odd = await createDatabase(version, script);
    for (const setting of [
      "search_path = s",
      "quote_all_identifiers = on",
      "datestyle = 'German'",
      "intervalstyle = 'sql_standard'",
      "timezone = 'Asia/Kathmandu'",
      "extra_float_digits = -5",
      "bytea_output = 'escape'",
      "default_transaction_read_only = on",
    ]) {
      await odd.run(`set default_transaction_read_only = off; alter database ${odd.name} set ${setting}`);
    }
    expect(printModel((await readUrl(odd.url)).model)).toBe(printModel((await readUrl(plain.url)).model));
  });

  it("works for a role that may do nothing else, and gives it the same but for its privileges", async () => {
    const role = `tablewright_${version}_reader`;
    const database = await createDatabase(
      version,
      `create schema hidden; create type hidden.mood as enum ('ok');
       create table hidden.t (id integer generated always as identity primary key, mood hidden.mood default 'ok', check (id > 0));
       create sequence hidden.free; create view hidden.v as select * from hidden.t; create index on hidden.t ((id + 1));
       create materialized view hidden.m as select * from hidden.t;
       create policy p on hidden.t using (id > 1);
       create function hidden.f() returns hidden.t language sql as 'select * from hidden.t';
       revoke all on schema hidden from public; revoke execute on function hidden.f from public;`,
    );
    await database.run(`drop role if exists ${role}; create role ${role} login password 'reader'`);
    const url = new URL(database.url);
    [url.username, url.password] = [role, "reader"];
    try {
      const [own, whole] = [await readUrl(url.href), await readUrl(database.url)];
      expect(own.model).not.toEqual(whole.model);
      expect(printModel(withoutPrivileges(own.model))).toBe(printModel(whole.model));
    } finally {
      await database.run(`drop role ${role}`);
    }
  });

  it("is one read-only transaction that sees one moment", async () => {
    const database = await createDatabase(version, "create table t (id integer)");
    const recorder = await startStatementRecorder(database.url);
    const { statements } = await readUrl(recorder.url);
    await recorder.close();
    expect(recorder.statements[0]).toBe("begin transaction isolation level repeatable read, read only");
    expect(recorder.statements.at(-1)).toBe("commit");
    expect(recorder.statements.filter((text) => /^(begin|commit)/.test(text))).toHaveLength(2);
    expect(recorder.statements).toHaveLength(statements);
  });
});

/** Tables with keys, a foreign key each, an index and a check. */
function toTables(first: number, last: number): string {
  const numbers = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return numbers
    .map(
      (
        number,
      ) => `create table t${number} (id integer primary key, parent integer references t${Math.max(first, number - 1)},
        state text not null check (state in ('a', 'b')), at timestamptz default now());
        create index on t${number} (state, at desc);`,
    )
    .join("\n");
}

function withoutPrivileges(model: DatabaseModel): DatabaseModel {
  return {
    ...model,
    tables: model.tables.map(({ privileges: _, ...table }) => table),
    views: model.views.map(({ privileges: _, ...view }) => view),
    routines: model.routines.map(({ executable: _, ...routine }) => routine),
  };
}
