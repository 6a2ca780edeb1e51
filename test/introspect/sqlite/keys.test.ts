import { describe, expect, test } from "vitest";
import { readSqlite, readTable } from "./read-sqlite.js";

describe("keys", () => {
  test("have their columns in key order, and the names written before them", async () => {
    const table = await readTable(`
      create table t (
        a int, b int, "c d" int constraint "u c" unique on conflict ignore, e int unique,
        constraint pk primary key (b desc, a),
        constraint [u ab] unique (a collate nocase, b),
        unique (b, e)
      )`);
    expect(table.primaryKey).toMatchObject({ name: "pk", columns: ["b", "a"], deferrable: "no" });
    const keys = table.uniqueKeys.map((key) => [key.name, key.columns] as const);
    expect(keys).toContainEqual(["u c", ["c d"]]);
    expect(keys).toContainEqual(["u ab", ["a", "b"]]);
    expect(keys).toContainEqual([null, ["e"]]);
    expect(keys).toContainEqual([null, ["b", "e"]]);
    expect(keys).toHaveLength(4);
  });

  test("say what becomes of a violation where it is not an error", async () => {
    const table = await readTable(`
      create table t (
        a integer primary key desc on conflict replace, b int not null on conflict ignore default 1 unique on conflict fail,
        c int not null, "on" text, unique (b, c) on conflict rollback, unique ("on"))`);
    expect(table.extra).toEqual({
      onConflict: ["primary key (a): replace", "not null (b): ignore", "unique (b): fail", "unique (b, c): rollback"],
    });
    expect(table.columns.map((column) => column.nullable)).toEqual([true, false, false, true]);
  });

  test("of a table without any are none", async () => {
    const table = await readTable("create table t (a int)");
    expect(table.primaryKey).toBeNull();
    expect(table.uniqueKeys).toEqual([]);
  });

  test("that a unique index makes are indexes", async () => {
    const table = await readTable("create table t (a int); create unique index u on t (a)");
    expect(table.uniqueKeys).toEqual([]);
    expect(table.indexes).toMatchObject([{ name: "u", unique: true, constraint: null }]);
  });

  test("are found where constraints follow each other without commas", async () => {
    const table = await readTable(
      "create table t (a int, b int, constraint p primary key (a, b) constraint u unique (b) check (a > 0) foreign key (a) references t)",
    );
    expect(table.primaryKey).toMatchObject({ name: "p", columns: ["a", "b"] });
    expect(table.uniqueKeys).toMatchObject([{ name: "u", columns: ["b"] }]);
    expect(table.checks).toHaveLength(1);
    expect(table.foreignKeys).toHaveLength(1);
  });
});

describe("foreign keys", () => {
  test("have names, actions and deferral", async () => {
    const table = await readTable(`
      create table p (id integer primary key, a int, b int, unique (a, b));
      create table t (
        id integer primary key,
        one int constraint "fk one" references p (id) on delete set default on update cascade default 7,
        two int references p on delete set null deferrable initially deferred not null,
        three int references p (id) on update restrict match full deferrable,
        four int references p (id) not deferrable initially deferred,
        a int, b int,
        self int references t (id) deferrable initially immediate,
        constraint pair foreign key (a, b) references p (a, b) on delete cascade on update no action
      )`);
    const byColumn = new Map(
      table.foreignKeys.map(({ columns, comment, match, validated, enforced, ...key }) => [columns.join(), key]),
    );
    expect(Object.fromEntries(byColumn)).toEqual({
      one: {
        name: "fk one",
        references: { schema: "main", name: "p", columns: ["id"] },
        onDelete: "setDefault",
        onUpdate: "cascade",
        deferrable: "no",
      },
      two: {
        name: null,
        references: { schema: "main", name: "p", columns: ["id"] },
        onDelete: "setNull",
        onUpdate: "noAction",
        deferrable: "initiallyDeferred",
      },
      three: {
        name: null,
        references: { schema: "main", name: "p", columns: ["id"] },
        onDelete: "noAction",
        onUpdate: "restrict",
        deferrable: "initiallyImmediate",
      },
      four: {
        name: null,
        references: { schema: "main", name: "p", columns: ["id"] },
        onDelete: "noAction",
        onUpdate: "noAction",
        deferrable: "no",
      },
      self: {
        name: null,
        references: { schema: "main", name: "t", columns: ["id"] },
        onDelete: "noAction",
        onUpdate: "noAction",
        deferrable: "initiallyImmediate",
      },
      "a,b": {
        name: "pair",
        references: { schema: "main", name: "p", columns: ["a", "b"] },
        onDelete: "cascade",
        onUpdate: "noAction",
        deferrable: "no",
      },
    });
    expect(table.columns.find((column) => column.name === "one")?.default).toEqual({ kind: "literal", value: "7" });
  });

  test("without columns lead to the primary key, in its order", async () => {
    const table = await readTable(`
      create table p (a int, b int, c int, primary key (c, a));
      create table t (x int, y int, foreign key (x, y) references p)`);
    expect(table.foreignKeys).toMatchObject([{ columns: ["x", "y"], references: { name: "p", columns: ["c", "a"] } }]);
  });

  test("are spelt as the referenced table is", async () => {
    const table = await readTable(`
      create table "Künstler" ("ArtistId" integer primary key);
      create table t (a int references "KüNSTLER" (ARTISTID))`);
    expect(table.foreignKeys[0]?.references).toEqual({ schema: "main", name: "Künstler", columns: ["ArtistId"] });
  });

  test("may share columns, and go twice to one table", async () => {
    const table = await readTable(`
      create table p (a int, b int, primary key (a, b));
      create table t (a int, b int, c int, constraint k1 foreign key (a, b) references p, constraint k2 foreign key (a, c) references p)`);
    expect(table.foreignKeys.map((key) => [key.name, key.columns])).toEqual([
      ["k1", ["a", "b"]],
      ["k2", ["a", "c"]],
    ]);
  });

  test("that lead nowhere stay in the model and are reported", async () => {
    const { model, diagnostics } = await readSqlite(`
      create table keyless (a int);
      create table pair (a int, b int, primary key (a, b));
      create table t (a int references gone, b int references keyless, c int references pair, d int references pair (nope))`);
    const table = model.tables.find(({ name }) => name === "t");
    expect(table?.foreignKeys.map(({ references }) => [references.name, references.columns])).toEqual([
      ["gone", []],
      ["keyless", []],
      ["pair", ["a", "b"]],
      ["pair", ["nope"]],
    ]);
    expect(diagnostics.filter(({ code }) => code === "TW1011").map(({ message }) => message)).toEqual([
      'the foreign key to "gone" cannot be followed, so it gives no relation: there is no such table',
      'the foreign key to "keyless" cannot be followed, so it gives no relation: it has no primary key',
      'the foreign key to "pair" cannot be followed, so it gives no relation: its key has 2 columns and the foreign key 1',
      'the foreign key to "pair" cannot be followed, so it gives no relation: it has no column "nope"',
    ]);
  });
});
