import { afterAll, beforeAll, expect, it } from "vitest";
import type { Reading } from "../../../src/introspect/read-database.js";
import type { MariadbDatabase } from "../../support/mariadb-database.js";
import { describeMariadb, createCatalog, named, readUrl, tableOf, viewOf } from "./read-mysql.js";

const password = "half-of-it";
let database: MariadbDatabase;
let user: string;
let role: string;

beforeAll(async () => {
  database = await createCatalog();
  // A server has its users and roles for all its databases.
  user = `u_${database.name}`;
  role = `r_${database.name}`;
  const { name } = database;
  await database.run(`
    create role ${role};
    create user ${user}@'%' identified by '${password}';
    grant select (id, email), update (email) on author to ${user}@'%';
    grant select, insert on book to ${user}@'%';
    grant select on book_titles to ${user}@'%';
    grant select, show view on book_counts to ${user}@'%';
    grant select, insert, update, delete on chapter to ${role};
    grant delete on cache_entry to ${user}@'%';
    grant insert on plain_numbers to ${user}@'%';
    grant select on ticket to ${user}@'%';
    grant execute on function ${name}.full_price to ${role};
    grant alter routine on procedure ${name}.count_books to ${user}@'%';
    grant ${role} to ${user}@'%';
    set default role ${role} for ${user}@'%';
    create definer = nobody@nowhere view orphan as select id from author;
    create definer = ${user}@'%' view powerless as select tiny from author;
  `);
});

afterAll(() => database.run(`drop user ${user}@'%'; drop role ${role}`));

function readAs(name: string): Promise<Reading> {
  const url = new URL(database.url);
  url.username = name;
  url.password = password;
  return readUrl(url.href);
}

describeMariadb("a user who sees half of the database", () => {
  let reading: Reading;

  beforeAll(async () => {
    reading = await readAs(user);
  });

  it("gets that half", () => {
    expect(reading.model.tables.map(({ name }) => name)).toEqual(["author", "book", "cache_entry", "chapter"]);
    expect(reading.model.views.map(({ name }) => name)).toEqual(["book_counts", "book_titles"]);
    expect(tableOf(reading.model, "author").columns.map(({ name }) => name)).toEqual(["id", "email"]);
    expect(tableOf(reading.model, "author").uniqueKeys.map(({ name }) => name)).toEqual(["author_email"]);
    expect(tableOf(reading.model, "author").primaryKey?.columns).toEqual(["id"]);
  });

  it("learns what it may do", () => {
    expect(tableOf(reading.model, "author").privileges).toEqual({
      select: ["id", "email"],
      insert: "none",
      update: ["email"],
      delete: "none",
    });
    expect(tableOf(reading.model, "book").privileges).toEqual({
      select: "all",
      insert: "all",
      update: "none",
      delete: "none",
    });
    expect(tableOf(reading.model, "chapter"), "all by a role").not.toHaveProperty("privileges");
    expect(viewOf(reading.model, "book_titles").privileges).toMatchObject({ select: "all", delete: "none" });
    expect(tableOf(reading.model, "cache_entry").privileges).toEqual({
      select: "none",
      insert: "none",
      update: "none",
      delete: "all",
    });
  });

  it("learns what it may call", () => {
    expect(named(reading.model.routines, "full_price")).not.toHaveProperty("executable");
    expect(named(reading.model.routines, "count_books").executable).toBe(false);
  });

  it("still follows foreign keys, whose actions nobody shows it", () => {
    expect(tableOf(reading.model, "book").foreignKeys).toMatchObject([
      { name: "book_author", references: { name: "author" }, onDelete: "noAction" },
      { name: "book_editor" },
    ]);
  });

  it("is told what is hidden", () => {
    expect(viewOf(reading.model, "book_titles").definition).toBeNull();
    expect(viewOf(reading.model, "book_counts").definition).toContain("count(0)");
    const notes = reading.diagnostics.map(({ code, severity, subject }) => `${code} ${severity} ${subject}`);
    expect(notes.toSorted()).toEqual([
      "TW1015 note main",
      "TW1015 note main",
      "TW1015 note main.book_titles",
      "TW1015 note main.plain_numbers",
    ]);
    expect(JSON.stringify(reading)).not.toContain(password);
  });
});

describeMariadb("who may do everything", () => {
  it("has no privileges to tell of, and hears of views that nobody can read", async () => {
    const { model, diagnostics } = await readUrl(database.url);
    expect([...model.tables, ...model.views].filter(({ privileges }) => privileges !== undefined)).toEqual([]);
    expect(model.routines.filter(({ executable }) => executable !== undefined)).toEqual([]);
    expect(diagnostics.map(({ code, subject }) => `${code} ${subject}`).toSorted()).toEqual([
      "TW1010 main.broken",
      "TW1010 main.orphan",
      "TW1010 main.powerless",
    ]);
    expect(diagnostics.find(({ subject }) => subject === "main.orphan")?.message).toContain("does not exist");
    expect(JSON.stringify(model)).not.toContain("nobody");
  });
});
