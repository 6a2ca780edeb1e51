import { describe, expect, test } from "vitest";
import Database from "better-sqlite3";
import { makeSqliteDatabase } from "../../support/load-sqlite-script.js";
import { columnOf, readSqlite, readView } from "./read-sqlite.js";

const tables = `
  create table parent (id integer primary key, name varchar(20) not null collate nocase, born date, rate decimal(8,2) not null);
  create table child (
    id integer primary key, parent_id int not null references parent, quantity int not null, big bigint not null,
    price decimal(10,2), weight real, note text, photo blob, seen datetime not null, anything
  );`;

const rows = `
  insert into parent values (1, 'Ann', '2000-01-02', 1.5), (2, 'Bob', null, 2);
  insert into child values
    (1, 1, 3, 9007199254740993, 9.99, 0.5, 'a note', x'00ff', '2020-02-03 04:05:06', 'x'),
    (2, 1, 0, 1, null, null, null, null, '2020-02-03', 1),
    (3, 2, 7, 2, 5, 1, '12', x'', '2020-02-03 04:05:06.789', null);`;

describe("a view's column", () => {
  test.each<[string, string, string, string]>([
    ["shows a column unchanged", "select name as c from parent", "text(20)", "varchar(20)"],
    [
      "shows it through another view and a subquery",
      "select n as c from (select name as n from inner_view)",
      "text(20)",
      "varchar(20)",
    ],
    ["shows the rowid", "select rowid as c from parent", "integer", "INTEGER"],
    ["shows a column without a type", "select anything as c from child", "unsupported", ""],
    ["counts", "select count(*) as c from child", "integer", ""],
    ["counts under an implied alias", "select id, count(*) c from child group by 1", "integer", ""],
    [
      "counts with all the trimmings",
      "select count(note) filter (where id > 1) over (partition by id) as c from child",
      "integer",
      "",
    ],
    ["sums whole numbers", "select sum(quantity) as c from child", "integer", ""],
    [
      "sums decimals",
      "select sum(ch.price) as c from parent p join child as ch on ch.parent_id = p.id group by p.id",
      "decimal(2)",
      "",
    ],
    ["sums a product", "select sum(price * quantity * (1 - rate)) as c from child join parent", "float", ""],
    ["averages", "select avg(quantity) as c from child", "float", ""],
    ["takes the greatest", "select max(seen) as c from child", "timestamp", ""],
    ["joins texts", "select name || ' ' || quantity as c from parent join child", "text", ""],
    ["adds whole numbers", "select -quantity + 1 as c from child", "integer", ""],
    ["divides", "select price / 2 as c from child", "float", ""],
    ["compares", "select price > 2 and not (name like 'a%') as c from parent join child", "boolean", ""],
    ["asks whether", "select exists (select 1 from child) as c", "boolean", ""],
    ["casts", "select cast(note as integer) as c from child", "integer", "INT"],
    ["casts to a text", "select cast(id as varchar(9)) as c from child", "text(9)", "TEXT"],
    ["is a literal", "select 'x' as c", "text", ""],
    ["is a number", "select 1.5 as c", "float", ""],
    [
      "chooses",
      "select case when price > 1 then 'dear' when price is null then 'free' else note end as c from child",
      "text",
      "",
    ],
    ["chooses between numbers", "select case id when 1 then 1 else 2.5 end as c from child", "float", ""],
    ["falls back", "select coalesce(price, 0) as c from child", "decimal(2)", ""],
    ["calls", "select upper(substr(trim(note), 1, 2)) as c from child", "text", ""],
    ["rounds", "select round(sum(price), 2) as c from child", "float", ""],
    ["formats a date", "select strftime('%Y', seen) as c from child", "text", ""],
    ["gathers JSON", "select json_group_array(name) as c from parent", "json", ""],
    ["numbers rows", "select row_number() over (order by id) as c from child", "integer", ""],
    ["stands behind a star", "select p.*, count(*) as c from parent p group by id", "integer", ""],
    ["stands before a star", "select 'x' as c, * from parent", "text", ""],
    ["collates", "select note collate rtrim as c from child", "text", "TEXT"],
    [
      "comes from a common table expression",
      "with x as (select price as p from child) select max(p) as c from x",
      "decimal(2)",
      "",
    ],
    ["is the same in all arms", "select name as c from parent union select note from child", "text", "varchar(20)"],
    [
      "is the same in three arms",
      "select born as c from parent union all select born from parent except select born from parent",
      "date",
      "date",
    ],
  ])("%s", async (_, query, type, databaseType) => {
    const sql = `${tables}
      create view inner_view as select * from parent;
      create view sums as select parent_id, sum(price) as total, sum(price) as c from child group by 1;
      create view v as ${query};`;
    const column = columnOf(await readView(sql), "c");
    const bounds = "scale" in column.type ? column.type.scale : "length" in column.type ? column.type.length : null;
    expect([bounds === null ? column.type.kind : `${column.type.kind}(${bounds})`, column.databaseType]).toEqual([
      type,
      databaseType,
    ]);
    const allowed = ["null", ...(storageClasses[column.type.kind] ?? ["text", "integer"])];
    for (const name of classesIn(sql + rows)) expect(allowed).toContain(name);
  });

  test.each([
    ["arms that differ", "select born as c from parent union all select seen from child"],
    [
      "arms that differ, first and last alike",
      "select born as c from parent union all select seen from child union all select born from parent",
    ],
    ["a text in one arm, a number in another", "select name as c from parent union select id from parent"],
    ["a value list", "values (1), ('a')"],
    ["text that is calculated with", "select note + 1 as c from child"],
    ["branches that differ", "select case when id then 1 else 'x' end as c from child"],
    ["a scalar subquery of an expression", "select (select id + 1 from child) as c"],
    ["a part of a blob", "select substr(photo, 1, 2) as c from child"],
    ["a value out of JSON", "select note ->> '$.a' as c from child"],
    ["nothing but NULL", "select null as c"],
    ["a name behind several stars", "select p.*, s.*, note + 1 as total from sums s join parent p join child"],
    ["a cast to a date", "select cast(note as date) as c from child"],
  ])("is declared unknown and reported: %s", async (_, query) => {
    const { model, diagnostics } = await readSqlite(`${tables}
      create view sums as select sum(price) as total from child; create view v as ${query}`);
    expect(model.views[1]?.columns.at(-1)?.type).toEqual({ kind: "unsupported" });
    expect(diagnostics.map(({ code, subject }) => [code, subject.startsWith("main.v.")])).toContainEqual([
      "TW1013",
      true,
    ]);
  });
});

describe("a view's column is proved not to be null", () => {
  test.each<[string, string, boolean]>([
    ["for a column of a table", "select name as c from parent", true],
    ["for the rowid", "select id as c from parent where born is not null order by name limit 3", true],
    ["behind inner joins", "select p.name as c from child join parent p on (p.id = parent_id) cross join parent", true],
    ["in a group", "select name as c, count(*) from parent group by name having count(*) > 1", true],
    ["for a count", "select count(*) as c from child", true],
    [
      "for a count beside an outer join",
      "select count(ch.id) as c from parent p left join child ch on 1 group by p.id",
      true,
    ],
    ["for a literal", "select 'x' as c from parent", true],
    ["for a fallback to a literal", "select coalesce(note, '') as c from child", true],
    ["for texts that are not null", "select name || '!' as c from parent", true],
    ["for a choice of such", "select case when id > 1 then name else 'x' end as c from parent", true],
    ["not for a column that may be null", "select born as c from parent", false],
    ["not behind an outer join", "select name as c from child left join parent p on p.id = parent_id", false],
    ["not on the near side of a full join", "select name as c from parent full join child on 1", false],
    ["not for an aggregate over no rows", "select name as c, count(*) from parent", false],
    ["not for a scalar subquery", "select (select name from parent where 0) as c", false],
    ["not through a view with an outer join", "select name as c from outer_view", false],
    ["not through a subquery", "select name as c from (select name from child left join parent on 1)", false],
    [
      "not through a common table expression",
      "with parent as (select note as name from child) select name as c from parent",
      false,
    ],
    ["not through a view that proves it, for now", "select n as c from counts", false],
    ["not for a choice without ELSE", "select case when id > 1 then name end as c from parent", false],
    ["not for a sum", "select sum(quantity) as c from child", false],
    ["not if one arm may be null", "select name as c from parent union select note from child", false],
  ])("%s", async (_, query, proved) => {
    const sql = `${tables}
      create view outer_view as select name from child left join parent on 1;
      create view counts as select count(*) as n from child;
      create view v as ${query};`;
    const column = columnOf(await readView(sql), "c");
    expect(column).toMatchObject({ nullable: !proved, nullability: proved ? "proved" : "unknown" });
    if (proved) expect([...classesIn(sql), ...classesIn(sql + rows)]).not.toContain("null");
  });
});

test("a view has its own column names, its text and its triggers", async () => {
  const view = await readView(`${tables}
    create view v ("the id", n) as select id, name as other from parent;
    create trigger w instead of insert on v begin insert into parent (id, name) values (new."the id", new.n); end;`);
  expect(view.columns.map((column) => column.name)).toEqual(["the id", "n"]);
  expect(view.definition).toBe('CREATE VIEW v ("the id", n) as select id, name as other from parent');
  expect(view).toMatchObject({ updatable: false, writes: ["insert"] });
  expect(view.keys).toEqual([{ columns: ["the id"], source: "proved" }]);
  expect(view.origins).toEqual([
    { column: "the id", from: { schema: "main", table: "parent", column: "id" }, writable: true },
    { column: "n", from: { schema: "main", table: "parent", column: "name" }, writable: true },
  ]);
  expect(view.triggers).toMatchObject([{ name: "w", timing: "insteadOf", events: ["insert"] }]);
  expect(columnOf(view, "n").collation).toBe("nocase");
});

test("a view that cannot be read is reported, and the rest is read", async () => {
  const { model, diagnostics } = await readSqlite(`${tables}
    create view far as select * from gone;
    create view odd as select nobody_knows(id) as x from parent;
    create view on_top as select * from far;
    create view fine as select id from parent;`);
  expect(model.views.map((view) => [view.name, view.columns.length, view.definition !== null])).toEqual([
    ["far", 0, true],
    ["fine", 1, true],
    ["odd", 0, true],
    ["on_top", 0, true],
  ]);
  const reported = diagnostics
    .filter(({ code }) => code === "TW1010")
    .map(({ subject, message }) => `${subject}: ${message}`);
  expect(reported).toEqual([
    "main.far: it cannot be read, so its columns are not known: no such table: main.gone",
    "main.odd: it cannot be read, so its columns are not known: no such function: nobody_knows",
    "main.on_top: it cannot be read, so its columns are not known: no such table: main.gone",
  ]);
});

/** The storage classes that the values of a type have. */
const storageClasses: Readonly<Record<string, readonly string[]>> = {
  text: ["text"],
  date: ["text"],
  timestamp: ["text"],
  json: ["text"],
  integer: ["integer"],
  boolean: ["integer"],
  decimal: ["integer", "real"],
  float: ["integer", "real"],
};

/** The storage classes that the view's column really has. */
function classesIn(sql: string): readonly string[] {
  const database = new Database(makeSqliteDatabase(sql), { readonly: true });
  try {
    return database.prepare("select distinct typeof(c) from v").pluck().all().map(String);
  } finally {
    database.close();
  }
}

describe("a view's key", () => {
  test.each<[string, string, readonly string[]]>([
    ["is its table's", "select id, name, lower(name) as low from parent", ["id"]],
    ["is its table's under other names", "select p.name, p.id as number from main.parent as p where id > 1", []],
    ["is its table's, under an alias", "select p.name, p.id as number from parent as p where id > 1", ["number"]],
    ["is nothing that it does not show", "select name from parent", []],
    ["is nothing of a join", "select p.id from parent p join child c on c.parent_id = p.id", []],
    ["is nothing of two tables", "select parent.id from parent, child", []],
    ["is nothing of a group", "select id from parent group by name", []],
    ["is nothing of an aggregate", "select id, count(*) from parent", []],
    ["is nothing of a union", "select id from parent union all select id from parent", []],
    ["is nothing of a subquery", "select id from (select id from parent)", []],
  ])("%s: %s", async (_what, query, columns) => {
    const view = await readView(`${tables} create view v as ${query};`);
    expect(view.keys ?? []).toEqual(columns.length === 0 ? [] : [{ columns, source: "proved" }]);
  });
});
