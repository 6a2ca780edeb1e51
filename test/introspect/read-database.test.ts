import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDatabase } from "../../src/introspect/read-database.js";
import type { Scope } from "../../src/introspect/scope.js";
import { createPostgresDatabase, hasPostgresServer, type PostgresDatabase } from "../support/postgres-database.js";

describe.runIf(hasPostgresServer("18"))("reading a database within a scope", () => {
  let database: PostgresDatabase;
  const read = (scope: Partial<Scope>) =>
    readDatabase(
      { engine: "postgresql", connection: database.url },
      { schemas: null, include: [], exclude: [], ...scope },
    );

  beforeAll(async () => {
    database = await createPostgresDatabase({
      script: `create extension hstore;
        create table b (id integer primary key, odd hstore);
        create table a (id integer primary key, odd hstore, b integer references b);`,
    });
  });
  afterAll(() => database.drop());

  it("gives a model in order, with a diagnostic for what is not known", async () => {
    const { model, diagnostics } = await read({});
    expect(model.tables.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(diagnostics.map(({ subject }) => subject)).toEqual(["public.a.odd", "public.b.odd"]);
  });

  it("says nothing of what is left out, be it a column or a table", async () => {
    expect((await read({ exclude: ["b.odd"] })).diagnostics.map(({ subject }) => subject)).toEqual(["public.a.odd"]);
    expect((await read({ exclude: ["a"] })).diagnostics.map(({ subject }) => subject)).toEqual(["public.b.odd"]);
    expect((await read({ include: ["*.id"] })).diagnostics).toEqual([]);
  });

  it("keeps a foreign key to a table that is left out, as a fact", async () => {
    const { model } = await read({ include: ["a"] });
    expect(model.tables.map(({ name, foreignKeys }) => [name, foreignKeys[0]?.references.name])).toEqual([["a", "b"]]);
  });
});
