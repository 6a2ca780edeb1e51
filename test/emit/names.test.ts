import { describe, expect, it, test } from "vitest";
import { toPlural, toSingular } from "../../src/emit/plan/inflection.js";
import { splitWords } from "../../src/emit/plan/words.js";
import type { DatabaseModel } from "../../src/model/database-model.js";
import { makeColumn, makeModel, makeTable, makeView } from "../model/sample-model.js";
import { indexOf, planModel, tableAt } from "./planned-module.js";
import { makeTextColumn, text } from "./rich-model.js";

describe("the words of a name", () => {
  it.each([
    ["playlist_track", ["playlist", "track"]],
    ["PlaylistTrack", ["playlist", "track"]],
    ["TBL_ID", ["tbl", "id"]],
    ["EMPLOYEE", ["employee"]],
    ["customerID", ["customer", "id"]],
    ["HTMLPage", ["html", "page"]],
    ["Order Details", ["order", "details"]],
    ["address2", ["address2"]],
    ["line_2", ["line", "2"]],
    ["größe", ["größe"]],
    ["!!", []],
  ])("%s are %j", (name, words) => {
    expect(splitWords(name)).toEqual(words);
  });
});

describe("inflection", () => {
  it.each([
    ["orders", "order"],
    ["categories", "category"],
    ["people", "person"],
    ["statuses", "status"],
    ["status", "status"],
    ["address", "address"],
    ["news", "news"],
    ["data", "data"],
    ["sms", "sms"],
    ["ids", "id"],
    ["cookies", "cookie"],
    ["caches", "cache"],
    ["analysis", "analysis"],
    ["menus", "menu"],
  ])("makes %s one %s", (plural, singular) => {
    expect(toSingular(plural)).toBe(singular);
  });

  it.each([
    ["album", "albums"],
    ["category", "categories"],
    ["person", "people"],
    ["status", "statuses"],
    ["staff", "staff"],
    ["data", "data"],
    ["hero", "heroes"],
    ["address2", "address2"],
    ["名前", "名前"],
  ])("makes %s many %s", (singular, plural) => {
    expect(toPlural(singular)).toBe(plural);
  });
});

describe("a table", () => {
  it.each([
    ["playlist_track", "PlaylistTrack", "playlistTracks", "playlist-track"],
    ["PlaylistTrack", "PlaylistTrack", "playlistTracks", "playlist-track"],
    ["EMPLOYEE", "Employee", "employees", "employee"],
    ["Order Details", "OrderDetail", "orderDetails", "order-details"],
    ["2fa_tokens", "_2faToken", "_2faTokens", "2fa-tokens"],
    ["naïve", "Naïve", "naïves", "naïve"],
    ["🦊", "U1f98a", "u1f98as", "u1f98a"],
    ["con", "Con", "cons", "con-table"],
    ["../evil", "Evil", "evils", "evil"],
    ["dates", "Dates", "dates", "dates"],
    ["row", "RowRow", "rows", "row"],
    ["close", "Close", "closes", "close"],
    ["sql", "Sql", "sqls", "sql"],
  ])("%s is the class %s at db.%s in %s.ts", (name, entity, member, file) => {
    const plan = planModel(makeModel({ tables: [makeTable(name)] }));
    expect(tableAt(plan, `tables/${file}.ts`).names.entity).toBe(entity);
    expect(indexOf(plan).members.map((given) => given.member)).toEqual([member]);
  });

  it("of another schema carries the schema's name always, and is grouped under it", () => {
    const tables = [makeTable("order", { schema: "sales" }), makeTable("order")];
    const plan = planModel(makeModel({ tables }));
    expect(tableAt(plan, "tables/public/order.ts").names.entity).toBe("Order");
    expect(tableAt(plan, "tables/sales/order.ts").names.entity).toBe("SalesOrder");
    expect(indexOf(plan).schemas).toMatchObject([
      { member: "sales", name: "TestSalesSchema", members: [{ member: "orders" }] },
    ]);
    expect(plan.diagnostics).toEqual([]);
  });
});

describe("a column", () => {
  it.each([
    ["AlbumId", "albumId"],
    ["album_id", "albumId"],
    ["ID", "id"],
    ["class", "class"],
    ["1st", "_1st"],
    ["constructor", "constructorColumn"],
    ["__proto__", "proto"],
    ["toString", "toStringColumn"],
    ["and", "andColumn"],
    ["not", "notColumn"],
    ["%", "u25"],
  ])("%s is the property %s", (name, property) => {
    const plan = planModel(makeModel({ tables: [makeTable("t", { columns: [makeColumn(name)] })] }));
    expect(tableAt(plan, "tables/t.ts").columns.map((column) => column.property)).toEqual([property]);
  });
});

/** Every pair of kinds that can want one name, and who of them keeps it. */
const pairs: readonly (readonly [what: string, model: DatabaseModel, names: readonly string[]])[] = [
  ["a table and a table", makeModel({ tables: [makeTable("mood"), makeTable("moods")] }), ["Mood", "Moods"]],
  ["two spellings", makeModel({ tables: [makeTable("Mood"), makeTable("mood")] }), ["Mood", "MoodRow"]],
  ["a table and a view", makeModel({ tables: [makeTable("mood")], views: [makeView("moods")] }), ["Mood", "Moods"]],
  ["a table and an enum", withEnum("mood", makeTable("moods")), ["Moods", "Mood"]],
  [
    "a table and a schema",
    makeModel({ tables: [makeTable("sales_order"), makeTable("order", { schema: "sales" })] }),
    ["SalesOrder", "SalesOrderRow"],
  ],
  ["a table and the database", makeModel({ tables: [makeTable("test_database")] }), ["TestDatabaseRow"]],
  [
    "a table and a type of JavaScript",
    makeModel({ tables: [makeTable("date"), makeTable("promise")] }),
    ["DateRow", "PromiseRow"],
  ],
];

describe("of two that want one name, one keeps it, the other is told", () => {
  it.each(pairs)("%s", (_, model, names) => {
    const plan = planModel(model);
    const entities = [...plan.files].flatMap(({ view }) => ("names" in view ? [view.names.entity] : []));
    const enums = plan.files.flatMap(({ view }) =>
      "unions" in view && !("names" in view) ? view.unions.map(({ name }) => name) : [],
    );
    expect([...entities, ...enums].sort()).toEqual([...names].sort());
    expect(plan.diagnostics.filter(({ code }) => code === "TW2001" || code === "TW2002").length).toBeGreaterThan(0);
  });

  it("what a table exports beside its class gives way to another's class", () => {
    const plan = planModel(
      makeModel({ tables: [makeTable("album"), makeTable("album_key"), makeTable("album_where")] }),
    );
    expect(tableAt(plan, "tables/album.ts").names).toMatchObject({
      entity: "Album",
      key: "AlbumKeyType",
      where: "AlbumWhereType",
    });
    expect(tableAt(plan, "tables/album-key.ts").names).toMatchObject({ entity: "AlbumKey", key: "AlbumKeyKey" });
    expect(plan.diagnostics).toMatchObject([
      {
        code: "TW2005",
        severity: "note",
        subject: "public.album",
        message: expect.stringContaining('"AlbumKeyType"') as string,
      },
      {
        code: "TW2005",
        severity: "note",
        subject: "public.album",
        message: expect.stringContaining('"public.album_where"') as string,
      },
    ]);
  });

  it("columns of one table", () => {
    const columns = [makeColumn("first_name"), makeColumn("firstName"), makeColumn("first name")];
    const view = tableAt(planModel(makeModel({ tables: [makeTable("t", { columns })] })), "tables/t.ts");
    expect(view.columns.map(({ property }) => property)).toEqual(["firstName_f21aeb", "firstName", "firstNameColumn"]);
  });

  it("files that a file system could take for one", () => {
    const tables = ["a_b", "a-b", "A B", "Straße", "STRASSE"].map((name) => makeTable(name));
    const paths = planModel(makeModel({ tables })).files.map(({ path }) => path);
    expect(new Set(paths.map((path) => path.toUpperCase().toLowerCase())).size).toBe(paths.length);
  });

  it("members of the database", () => {
    const tables = [makeTable("sale"), makeTable("order", { schema: "sales" }), makeTable("catch")];
    const { members, schemas } = indexOf(planModel(makeModel({ tables })));
    expect([members.map(({ member }) => member), schemas.map(({ member }) => member)]).toEqual([
      ["catches", "sale"],
      ["sales"],
    ]);
  });
});

describe("names stay put", () => {
  const base = ["album", "artist", "order", "orders", "statuses"].map((name) =>
    makeTable(name, { columns: [makeColumn("id")] }),
  );

  test.each(["track", "albums_artists", "Zebra", "2", "order_key"])("when the table %s is added", (name) => {
    const before = namesOf(makeModel({ tables: base }));
    const after = namesOf(makeModel({ tables: [...base, makeTable(name)].sort((a, b) => (a.name < b.name ? -1 : 1)) }));
    const others = new Map([...after].filter(([path]) => before.has(path)));
    // What a table exports beside its class may give way to a new class; classes, members and files never do.
    expect(others).toEqual(before);
  });

  test("whatever the order of the tables", () => {
    expect(namesOf(makeModel({ tables: [...base].reverse() }))).toEqual(namesOf(makeModel({ tables: base })));
  });
});

describe("naming functions of the user's", () => {
  it("take the place of the built-in rules", () => {
    const naming = {
      singular: (word: string, suggested: string) => (word === "kids" ? "child" : suggested),
      type: (_: unknown, suggested: string) => `${suggested}Entity`,
      repository: (object: { readonly name: string }) => object.name,
      property: (_: unknown, column: string, suggested: string) => (column === "c" ? "see" : suggested),
    };
    const plan = planModel(
      makeModel({ tables: [makeTable("kids", { columns: [makeColumn("c"), makeColumn("d_e")] })] }),
      { naming },
    );
    const view = tableAt(plan, "tables/kids.ts");
    expect(view.names.entity).toBe("ChildEntity");
    expect(view.columns.map(({ property }) => property)).toEqual(["see", "dE"]);
    expect(indexOf(plan).members[0]?.member).toBe("kids");
  });

  it("must give identifiers", () => {
    const naming = { type: () => "not one" };
    expect(() => planModel(makeModel({ tables: [makeTable("t")] }), { naming })).toThrow(
      'naming: naming "public.t": "not one" is no identifier',
    );
  });
});

function withEnum(name: string, ...tables: DatabaseModel["tables"]): DatabaseModel {
  const columns = [
    makeTextColumn("c", { type: { kind: "enum", schema: "public", name } }),
    makeTextColumn("d", { type: text }),
  ];
  return makeModel({
    tables: tables.map((table) => ({ ...table, columns })),
    enums: [{ schema: "public", name, values: ["a"], comment: null }],
  });
}

function namesOf(model: DatabaseModel): ReadonlyMap<string, string> {
  const plan = planModel(model);
  const members = new Map(indexOf(plan).members.map(({ repository, member }) => [repository, member]));
  return new Map(
    plan.files.flatMap(({ path, view }): readonly (readonly [string, string])[] =>
      "names" in view ? [[path, `${view.names.entity} ${members.get(view.names.repository) ?? ""}`]] : [],
    ),
  );
}
