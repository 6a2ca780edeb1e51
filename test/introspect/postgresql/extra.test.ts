import { beforeAll, describe, expect, it } from "vitest";
import { hasExtension } from "../../support/has-extension.js";
import type { DatabaseModel } from "../../../src/model/database-model.js";
import { createDatabase, readScript, readUrl, serverVersions, tableOf, viewOf } from "./read-postgres.js";

describe.each(serverVersions)("PostgreSQL %s", (version) => {
  let model: DatabaseModel;

  beforeAll(async () => {
    ({ model } = await readScript(script, version));
  });

  it("has foreign tables, of whose options those are told that hold no secret", () => {
    expect(tableOf(model, "remote")).toMatchObject({
      kind: "foreign",
      extra: {
        server: "far_away",
        wrapper: "nowhere",
        options: ["schema_name=stock", "table_name=items=all"],
        columnOptions: ["id: column_name=item id"],
      },
    });
    expect(JSON.stringify(model)).not.toMatch(/swordfish|secret\.example|hunter2/);
  });

  it("has rules of tables", () => {
    expect(tableOf(model, "watched").extra["rules"]).toEqual([
      expect.stringMatching(/^CREATE RULE watched_delete AS\s+ON DELETE TO public\.watched DO INSTEAD NOTHING;$/),
      expect.stringMatching(/^CREATE RULE watched_update AS\s+ON UPDATE TO public\.watched .*NOTIFY/s),
    ]);
    expect(tableOf(model, "plain").extra).toEqual({});
  });

  it("has extended statistics", () => {
    expect(tableOf(model, "watched").extra["statistics"]).toEqual([
      "CREATE STATISTICS public.watched_both (ndistinct) ON a, b FROM public.watched",
      "CREATE STATISTICS public.watched_more (dependencies) ON a, c FROM public.watched",
    ]);
  });

  it("has event triggers, which belong to the whole database", () => {
    expect(model.extra["eventTriggers"]).toEqual(["noticed"]);
  });

  it("leaves out the proved keys of a view that hold another", () => {
    expect(viewOf(model, "kept").keys).toEqual([{ columns: ["a"], source: "proved" }]);
  });

  it("reads foreign tables of the wrappers that come with the server", async (test) => {
    const database = await createDatabase(version);
    test.skip(!(await hasExtension(database.url, "file_fdw")), "1 test skipped: the server comes without file_fdw");
    await database.run(`create extension file_fdw;
      create server files foreign data wrapper file_fdw;
      create foreign table line (text text options (force_not_null 'true')) server files options (filename '/dev/null', format 'csv');
      create foreign table made (text text) server files options (program 'fetch --password hunter2')`);
    const read = await readUrl(database.url);
    expect(tableOf(read.model, "line")).toMatchObject({
      kind: "foreign",
      extra: {
        server: "files",
        wrapper: "file_fdw",
        options: ["filename=/dev/null", "format=csv"],
        columnOptions: ["text: force_not_null=true"],
      },
    });
    expect(tableOf(read.model, "made").extra).toEqual({ server: "files", wrapper: "file_fdw" });
    expect(read.counted?.read).toMatchObject({ tables: 2, columns: 2 });
  });
});

const script = `
  create foreign data wrapper nowhere;
  create server far_away foreign data wrapper nowhere options (host 'secret.example');
  create user mapping for public server far_away options (user 'me', password 'swordfish');
  create foreign table remote (
    id integer options (column_name 'item id', token 'hunter2'),
    name text options (column_name 'https://me:hunter2@secret.example')
  ) server far_away options (schema_name 'stock', table_name 'items=all', password 'swordfish', query 'select ''hunter2''');
  create table plain (a integer);
  create table watched (a integer not null, b integer, c integer);
  create rule watched_update as on update to watched do also notify watched;
  create rule watched_delete as on delete to watched do instead nothing;
  create statistics watched_both (ndistinct) on a, b from watched;
  create statistics watched_more (dependencies) on a, c from watched;
  create table keyed (a integer primary key, b integer not null, unique (a, b));
  create materialized view kept as select a, b from keyed;
  create unique index on kept (a, b);
  create function notice() returns event_trigger language plpgsql as 'begin end';
  create event trigger noticed on ddl_command_end execute function notice();
`;
