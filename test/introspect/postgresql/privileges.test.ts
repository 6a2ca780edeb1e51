import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reading } from "../../../src/introspect/read-database.js";
import { createDatabase, named, readUrl, serverVersions, tableOf, viewOf } from "./read-postgres.js";

describe.each(serverVersions)("a role of PostgreSQL %s", (version) => {
  // Roles belong to the whole server, which other test files use at the same time.
  const role = `clerk_${randomBytes(6).toString("hex")}`;
  let url: string;
  let reading: Reading;

  beforeAll(async () => {
    ({ url } = await createDatabase(version, script(role)));
    const own = new URL(url);
    own.username = role;
    own.password = "secret";
    reading = await readUrl(own.href);
  });

  afterAll(async () => {
    const client = new pg.Client(url);
    await client.connect();
    await client.query(
      `drop owned by ${role}; drop owned by ${role}_group; drop role ${role}; drop role ${role}_group`,
    );
    await client.end();
  });

  it("sees every table, with what it may do there", () => {
    const of = (name: string) => tableOf(reading.model, name).privileges;
    expect(of("own_table")).toBeUndefined();
    expect(of("granted")).toBeUndefined();
    expect(of("nothing")).toEqual({ select: "none", insert: "none", update: "none", delete: "none" });
    expect(of("readable")).toEqual({ select: "all", insert: "none", update: "none", delete: "none" });
    expect(of("by_column")).toEqual({ select: ["a", "c"], insert: ["a"], update: "all", delete: "none" });
    expect(of("by_group")).toEqual({ select: "all", insert: "all", update: "none", delete: "none" });
    expect(of("by_all")).toEqual({ select: "all", insert: "none", update: "none", delete: "all" });
    expect(viewOf(reading.model, "shown").privileges).toEqual({
      select: "all",
      insert: "none",
      update: "all",
      delete: "none",
    });
  });

  it("reaches nothing in a schema that it may not use", () => {
    expect(tableOf(reading.model, "closed.granted").privileges).toEqual({
      select: "none",
      insert: "none",
      update: "none",
      delete: "none",
    });
    expect(named(reading.model.routines, "closed.inner_call").executable).toBe(false);
  });

  it("may call some routines", () => {
    expect(named(reading.model.routines, "open_call").executable).toBeUndefined();
    expect(named(reading.model.routines, "closed_call").executable).toBe(false);
  });

  it("that may do everything finds no privileges", async () => {
    const { model } = await readUrl(url);
    expect([...model.tables, ...model.views].filter(({ privileges }) => privileges !== undefined)).toEqual([]);
    expect(model.routines.filter(({ executable }) => executable === false)).toEqual([]);
  });
});

function script(role: string): string {
  return `
    create role ${role}_group;
    create role ${role} login password 'secret' in role ${role}_group;
    create table own_table (a int);
    alter table own_table owner to ${role};
    create table granted (a int);
    grant all on granted to ${role};
    create table nothing (a int);
    create table readable (a int);
    grant select on readable to ${role};
    create table by_column (a int, gone int, b int, c int);
    alter table by_column drop column gone;
    grant select (a, c), insert (a), update (a, b, c) on by_column to ${role};
    create table by_group (a int);
    grant select, insert on by_group to ${role}_group;
    create table by_all (a int);
    grant select, delete on by_all to public;
    create view shown as select a from readable;
    grant select, update (a) on shown to ${role};
    create schema closed;
    create table closed.granted (a int);
    grant all on closed.granted to ${role};
    create function closed.inner_call() returns int language sql as 'select 1';
    create function open_call() returns int language sql as 'select 1';
    create function closed_call() returns int language sql as 'select 1';
    revoke execute on function closed_call() from public;
  `;
}
