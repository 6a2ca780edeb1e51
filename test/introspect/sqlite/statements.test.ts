import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { makeSqliteDatabase } from "../../support/load-sqlite-script.js";
import { readConnection } from "./read-sqlite.js";

/** Tables with everything that is read of one. */
function makeTables(count: number): string {
  const tables = Array.from({ length: count }, (_, place) => {
    const columns = Array.from({ length: 16 }, (_unused, column) => `c${column} varchar(40) not null default 'x'`);
    return `
      create table t${place} (
        id integer primary key, parent int references t${Math.floor(place / 2)}, kind text check (kind in ('a', 'b')), total int as (id + 1),
        ${columns.join(", ")}, constraint u${place} unique (c0, c1));
      create index i${place} on t${place} (lower(c2)) where id > 0;
      create trigger g${place} after insert on t${place} begin select 1; end;
      create view v${place} as select id, count(*) as n from t${place} group by id;`;
  });
  return `begin; ${tables.join("\n")} commit;`;
}

test("as many statements are run for ten tables as for a thousand, and at most fifteen", async () => {
  const counts: number[] = [];
  for (const size of [10, 1000]) {
    const run: unknown[] = [];
    const database = new Database(makeSqliteDatabase(makeTables(size)), {
      readonly: true,
      verbose: (sql) => run.push(sql),
    });
    const { model, statements, diagnostics } = await readConnection({ database });
    database.close();
    expect(model.tables).toHaveLength(size);
    expect(
      model.tables.every(
        (table) => table.columns.length === 20 && table.foreignKeys.length === 1 && table.checks.length === 1,
      ),
    ).toBe(true);
    expect(model.views.every((view) => view.columns[1]?.type.kind === "integer")).toBe(true);
    expect(diagnostics).toEqual([]);
    expect(statements).toBe(run.length);
    counts.push(statements);
  }
  expect(counts[0]).toBe(counts[1]);
  expect(counts[0]).toBeLessThanOrEqual(15);
});

test("two readings give the same, and so do two databases made in another order", async () => {
  const making = [
    "create table a (id integer primary key)",
    "create table b (x int unique, y int)",
    "create index i on b (y)",
    "create view v as select id from a",
  ];
  const [forth, back] = [
    makeSqliteDatabase(making.join(";")),
    makeSqliteDatabase(
      [2, 1, 0, 3]
        .map((place) => making[place])
        .join(";")
        .replace(/^create index.*?;/, "")
        .concat(";", making[2] ?? ""),
    ),
  ];
  const first = await readConnection({ file: forth });
  expect(await readConnection({ file: forth })).toEqual(first);
  expect(await readConnection({ file: back })).toEqual(first);
});
