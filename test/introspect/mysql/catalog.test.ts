import { beforeAll, expect, it } from "vitest";
import type { Reading } from "../../../src/introspect/read-database.js";
import type { ColumnType } from "../../../src/model/column-type.js";
import type { DefaultValue } from "../../../src/model/default-value.js";
import { describeMariadb, columnOf, createCatalog, itemOf, named, readUrl, tableOf, viewOf } from "./read-mysql.js";

let reading: Reading;

beforeAll(async () => {
  const database = await createCatalog();
  reading = await readUrl(database.url);
});

const none: DefaultValue = { kind: "none" };

function literal(value: string | boolean | null): DefaultValue {
  return { kind: "literal", value };
}

function expression(sql: string): DefaultValue {
  return { kind: "expression", sql };
}

function integer(bits: 8 | 16 | 24 | 32 | 64, unsigned = false): ColumnType {
  return { kind: "integer", bits, unsigned, exact: true };
}

describeMariadb("columns", () => {
  const author: readonly (readonly [string, ColumnType, string, DefaultValue])[] = [
    ["id", integer(32, true), "int unsigned", none],
    ["email", { kind: "text", length: 120, fixed: false }, "varchar(120)", none],
    ["pen_name", { kind: "text", length: 40, fixed: false }, "varchar(40)", literal(String.raw`it's "q" \ b`)],
    ["born", { kind: "date" }, "date", none],
    [
      "status",
      { kind: "inlineEnum", values: ["open", "it's, done", String.raw`a\b`] },
      String.raw`enum('open','it''s, done','a\\b')`,
      literal("open"),
    ],
    ["tags", { kind: "set", values: ["red", "green", ""] }, "set('red','green','')", literal("red,green")],
    ["active", { kind: "boolean" }, "tinyint(1)", literal(true)],
    ["rank_no", integer(8, true), "tinyint unsigned", literal("0")],
    ["flag", { kind: "bits", length: 1, fixed: true }, "bit(1)", literal("0")],
    ["mask", { kind: "bits", length: 12, fixed: true }, "bit(12)", literal("101")],
    ["code", integer(32, true), "int(6) unsigned zerofill", none],
    ["hired", { kind: "year" }, "year", literal("2020")],
    ["salary", { kind: "decimal", precision: 12, scale: 2, unsigned: true }, "decimal(12,2) unsigned", literal("1.50")],
    ["score", { kind: "float", bits: 32 }, "float", literal("0.5")],
    ["weight", { kind: "float", bits: 64 }, "double", none],
    ["profile", { kind: "json", binary: false }, "json", none],
    ["token", { kind: "uuid" }, "uuid", expression("uuid()")],
    ["address4", { kind: "opaque", name: "inet4", comparable: true }, "inet4", none],
    ["address6", { kind: "opaque", name: "inet6", comparable: true }, "inet6", none],
    ["place", { kind: "opaque", name: "point", comparable: false }, "point", none],
    ["photo", { kind: "bytes", length: 16777215, fixed: false }, "mediumblob", none],
    ["digest", { kind: "bytes", length: 16, fixed: true }, "binary(16)", none],
    ["short_bytes", { kind: "bytes", length: 8, fixed: false }, "varbinary(8)", none],
    ["biography", { kind: "text", length: null, fixed: false }, "text", none],
    ["notes", { kind: "text", length: null, fixed: false }, "longtext", none],
    ["country", { kind: "text", length: 2, fixed: true }, "char(2)", literal("de")],
    ["tiny", integer(8), "tinyint", literal("-3")],
    ["small", integer(16), "smallint", none],
    ["medium", integer(24), "mediumint", none],
    ["big", integer(64, true), "bigint unsigned", none],
    ["wakes", { kind: "time", precision: 3, zone: false }, "time(3)", literal("10:00:00.000")],
    ["seen", { kind: "timestamp", precision: 6, zone: false }, "datetime(6)", expression("current_timestamp(6)")],
    ["created", { kind: "timestamp", precision: 0, zone: true }, "timestamp", expression("current_timestamp()")],
    ["changed", { kind: "timestamp", precision: 3, zone: true }, "timestamp(3)", expression("current_timestamp(3)")],
    ["full_name", { kind: "text", length: 200, fixed: false }, "varchar(200)", none],
    ["email_length", integer(32), "int", none],
    ["secret", { kind: "text", length: 20, fixed: false }, "varchar(20)", literal("x")],
    ["computed", integer(32), "int", expression("(1 + 2)")],
  ];

  it("are all there, in order", () => {
    expect(tableOf(reading.model, "author").columns.map((column) => column.name)).toEqual(author.map(([name]) => name));
  });

  it.each(author)("%s", (name, type, databaseType, value) => {
    expect(columnOf(tableOf(reading.model, "author"), name)).toMatchObject({ type, databaseType, default: value });
  });

  it("number themselves, are set on update, are computed, are hidden", () => {
    const table = tableOf(reading.model, "author");
    expect(columnOf(table, "id").identity).toEqual({ mode: "byDefault", sequence: null });
    expect(columnOf(table, "changed").onUpdate).toBe("current_timestamp(3)");
    expect(table.columns.filter((column) => column.onUpdate !== undefined)).toHaveLength(1);
    expect(columnOf(table, "full_name").generated).toEqual({
      kind: "stored",
      expression: "concat(`pen_name`,' <',`email`,'>')",
    });
    expect(columnOf(table, "email_length").generated).toEqual({ kind: "virtual", expression: "char_length(`email`)" });
    expect(table.columns.filter((column) => column.hidden).map(({ name }) => name)).toEqual(["secret"]);
  });

  it("have a collation where it is not their table's, and a comment", () => {
    const table = tableOf(reading.model, "author");
    expect(table.columns.filter(({ collation }) => collation !== null)).toMatchObject([
      { name: "pen_name", collation: "utf8mb4_bin" },
    ]);
    expect(columnOf(table, "id").comment).toBe("who it is");
    expect(table.comment).toBe("Who writes.");
  });

  it("of the system's period are never written", () => {
    const table = tableOf(reading.model, "price");
    expect(table.extra).toEqual({ systemVersioned: true });
    expect(columnOf(table, "valid_from").generated).toEqual({ kind: "stored", expression: "ROW START" });
    expect(columnOf(table, "valid_to").generated).toEqual({ kind: "stored", expression: "ROW END" });
    expect(tableOf(reading.model, "history").columns.map(({ name }) => name)).toEqual(["id", "note"]);
    expect(tableOf(reading.model, "history").primaryKey?.columns).toEqual(["id"]);
  });

  it("take their default from a sequence", () => {
    expect(columnOf(tableOf(reading.model, "ticketed"), "id").default).toEqual({
      kind: "sequence",
      schema: "main",
      name: "ticket",
    });
  });
});

describeMariadb("keys and indexes", () => {
  it("are those of the table", () => {
    const { primaryKey, uniqueKeys, indexes } = tableOf(reading.model, "author");
    expect(primaryKey).toMatchObject({ name: "PRIMARY", columns: ["id"] });
    expect(uniqueKeys).toMatchObject([
      { name: "author_country_tiny", columns: ["country", "tiny"], comment: null },
      { name: "author_email", columns: ["email"], comment: "one mail each" },
    ]);
    expect(
      indexes.map(({ name, unique, method, constraint, valid }) => [name, unique, method, constraint, valid]),
    ).toEqual([
      ["PRIMARY", true, "btree", "PRIMARY", true],
      ["author_biography", false, "btree", null, true],
      ["author_born", false, "btree", null, true],
      ["author_country_tiny", true, "btree", "author_country_tiny", true],
      ["author_email", true, "btree", "author_email", true],
      ["author_small", false, "btree", null, false],
      ["author_words", false, "fulltext", null, true],
    ]);
  });

  it("have directions and prefixes", () => {
    const { indexes } = tableOf(reading.model, "author");
    expect(itemOf(indexes, "author_born").parts).toMatchObject([
      { column: "born", direction: "desc", nulls: "last", prefixLength: null },
      { column: "active", direction: "asc", nulls: "first" },
    ]);
    expect(itemOf(indexes, "author_biography").parts).toMatchObject([{ column: "biography", prefixLength: 20 }]);
    expect(itemOf(tableOf(reading.model, "place_of").indexes, "place_at")).toMatchObject({
      method: "spatial",
      parts: [{ column: "at", prefixLength: null }],
    });
    expect(itemOf(tableOf(reading.model, "cache_entry").indexes, "entry_name").method).toBe("hash");
  });

  it("of names that differ by case belong to their own tables", () => {
    const { tables } = reading.model;
    expect(tables.filter(({ name }) => name.toLowerCase() === "author_case")).toMatchObject([
      { name: "Author_Case", columns: [{ name: "id" }], primaryKey: { columns: ["id"] } },
      { name: "author_case", columns: [{ name: "code" }, { name: "label" }], primaryKey: { columns: ["code"] } },
    ]);
  });
});

describeMariadb("foreign keys", () => {
  it("point to their tables, and restrict where nothing is written", () => {
    expect(tableOf(reading.model, "book").foreignKeys).toMatchObject([
      {
        name: "book_author",
        columns: ["author_id"],
        references: { schema: "main", name: "author", columns: ["id"] },
        onUpdate: "noAction",
        onDelete: "cascade",
      },
      { name: "book_editor", onUpdate: "noAction", onDelete: "setNull" },
    ]);
    expect(tableOf(reading.model, "chapter").foreignKeys).toMatchObject([
      { columns: ["author_id", "number"], references: { name: "book", columns: ["author_id", "number"] } },
    ]);
  });
});

describeMariadb("checks", () => {
  it("are listed, that of a JSON column too", () => {
    expect(tableOf(reading.model, "author").checks).toMatchObject([
      { name: "author_country", expression: "`country` in ('de','fr')", enforced: true, validated: true },
      { name: "author_tiny", expression: "`tiny` < 100", oneOf: null },
      { name: "profile", expression: "json_valid(`profile`)", oneOf: null },
    ]);
  });

  it("say what a column holds where its collation takes nothing else for equal", () => {
    const oneOf = (table: string, name: string) => itemOf(tableOf(reading.model, table).checks, name).oneOf;
    expect(oneOf("author", "author_country")).toMatchObject({ column: "country", numeric: false });
    expect(oneOf("book", "kind")).toMatchObject({ column: "kind", numeric: false });
    expect(oneOf("shelf", "mood")).toEqual({ column: "mood", values: ["calm", "wild"], numeric: false });
    expect(oneOf("shelf", "code")).toEqual({ column: "code", values: ["ab", "cd"], numeric: false });
    expect(oneOf("shelf", "level")).toEqual({ column: "level", values: ["1", "-2"], numeric: true });
  });
});

describeMariadb("tables", () => {
  it("are spread over partitions, which are no tables", () => {
    expect(tableOf(reading.model, "measurement")).toMatchObject({
      kind: "partitioned",
      partitioning: {
        method: "range",
        key: "year(`taken`)",
        partitions: [
          { schema: "main", name: "later", bound: "VALUES LESS THAN MAXVALUE" },
          { schema: "main", name: "p2024", bound: "VALUES LESS THAN (2025)" },
          { schema: "main", name: "p2025", bound: "VALUES LESS THAN (2026)" },
        ],
      },
      extra: { subpartitioning: "hash (`site`) subpartitions 2" },
    });
    expect(tableOf(reading.model, "region").partitioning).toEqual({
      method: "list columns",
      key: "`code`",
      partitions: [
        { schema: "main", name: "east", bound: "VALUES IN ('jp')" },
        { schema: "main", name: "west", bound: "VALUES IN ('de','fr')" },
      ],
    });
  });

  it("say what is unusual of them", () => {
    expect(tableOf(reading.model, "cache_entry").extra).toEqual({ engine: "MEMORY" });
    expect(tableOf(reading.model, "place_of").extra).toEqual({ createOptions: "row_format=COMPRESSED" });
    expect(tableOf(reading.model, "shelf").extra).toEqual({ collation: "utf8mb4_nopad_bin" });
    expect(tableOf(reading.model, "author")).not.toHaveProperty("privileges");
  });

  it("have triggers", () => {
    expect(tableOf(reading.model, "book").triggers).toMatchObject([
      {
        name: "book_after",
        timing: "after",
        events: ["delete"],
        level: "row",
        definition: "UPDATE author SET small = small - 1 WHERE id = OLD.author_id",
      },
      { name: "book_before", timing: "before", events: ["insert"], definition: "SET NEW.title = TRIM(NEW.title)" },
    ]);
  });
});

describeMariadb("views", () => {
  it("have columns that the server knows to be null or not", () => {
    expect(viewOf(reading.model, "book_titles").columns).toMatchObject([
      { name: "author_id", nullable: false, nullability: "proved", default: none },
      { name: "number", nullable: false },
      { name: "title", nullable: false },
      { name: "loud", nullable: true },
    ]);
    expect(columnOf(viewOf(reading.model, "book_and_author"), "profile").type).toEqual({ kind: "json", binary: false });
  });

  it("are defined without the database's name", () => {
    expect(viewOf(reading.model, "german")).toMatchObject({
      definition:
        "select `author`.`id` AS `id`,`author`.`country` AS `country` from `author` where `author`.`country` = 'de'",
      extra: { checkOption: "CASCADED", securityType: "INVOKER" },
    });
    expect(viewOf(reading.model, "book_counts").extra).toEqual({ algorithm: "TEMPTABLE" });
  });

  it.each([
    ["whole_books", true, undefined, [["author_id", "number"]]],
    ["again", false, ["update", "delete"], [["author_id", "number"]]],
    ["book_titles", false, ["update", "delete"], [["author_id", "number"]]],
    ["book_and_author", false, ["update"], []],
    ["german", false, ["update", "delete"], [["id"]]],
    ["book_counts", false, undefined, []],
    ["both_names", false, undefined, []],
  ])("%s takes what it can", (name, updatable, writes, keys) => {
    const view = viewOf(reading.model, name);
    expect(view.updatable).toBe(updatable);
    expect(view.writes?.toSorted()).toEqual(writes?.toSorted());
    expect(view.keys ?? []).toEqual(keys.map((columns) => ({ columns, source: "proved" })));
  });

  it("hand columns on", () => {
    const origins = (name: string) =>
      viewOf(reading.model, name).origins?.map(({ column, from, writable }) => [
        column,
        `${from.schema}.${from.table}.${from.column}`,
        writable,
      ]);
    expect(origins("again")).toEqual([
      ["title", "main.whole_books.title", true],
      ["number", "main.whole_books.number", true],
      ["author_id", "main.whole_books.author_id", true],
    ]);
    expect(origins("book_and_author")).toEqual([
      ["author_id", "main.book.author_id", true],
      ["number", "main.book.number", true],
      ["title", "main.book.title", true],
      ["email", "main.author.email", true],
      ["profile", "main.author.profile", true],
      ["email_length", "main.author.email_length", false],
    ]);
    expect(origins("both_names")).toBeUndefined();
  });

  it("that are broken are reported, and the rest goes on", () => {
    expect(viewOf(reading.model, "broken").columns).toEqual([]);
    expect(reading.diagnostics).toMatchObject([
      { code: "TW1010", subject: "main.broken", message: expect.stringContaining("invalid table") as string },
    ]);
  });
});

describeMariadb("routines, sequences and events", () => {
  it("have parameters and results", () => {
    expect(named(reading.model.routines, "full_price")).toEqual({
      schema: "main",
      name: "full_price",
      kind: "function",
      signature: "decimal(10,2), double",
      language: "sql",
      parameters: [
        {
          name: "amount",
          mode: "in",
          type: { kind: "decimal", precision: 10, scale: 2, unsigned: false },
          databaseType: "decimal(10,2)",
          hasDefault: false,
        },
        { name: "rate", mode: "in", type: { kind: "float", bits: 64 }, databaseType: "double", hasDefault: false },
      ],
      returns: {
        type: { kind: "decimal", precision: 12, scale: 2, unsigned: false },
        databaseType: "decimal(12,2)",
        set: false,
      },
      volatility: "immutable",
      comment: "with tax",
    });
    expect(named(reading.model.routines, "book_total")).toMatchObject({ parameters: [], volatility: "volatile" });
    expect(named(reading.model.routines, "count_books")).toMatchObject({
      kind: "procedure",
      signature: "int unsigned, enum('a','b')",
      returns: null,
      volatility: null,
      parameters: [
        { name: "author", mode: "in", type: integer(32, true) },
        { name: "total", mode: "out" },
        { name: "mood", mode: "inout", type: { kind: "inlineEnum", values: ["a", "b"] } },
      ],
    });
  });

  it("may share a name if one is a function and one a procedure", () => {
    expect(
      reading.model.routines
        .filter(({ name }) => name === "twin")
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(["function", "procedure"]);
  });

  it("count", () => {
    expect(named(reading.model.sequences, "ticket")).toEqual({
      schema: "main",
      name: "ticket",
      databaseType: "bigint",
      start: "100",
      increment: "5",
      min: "10",
      max: "9000",
      cache: "7",
      cycle: true,
      ownedBy: null,
      comment: "numbers",
    });
    expect(named(reading.model.sequences, "plain_numbers").max).toBe("9223372036854775806");
  });

  it("happen", () => {
    expect(reading.model.events).toEqual([
      { schema: "main", name: "nightly", schedule: "every 1 day", enabled: false, comment: "cleans" },
      { schema: "main", name: "once", schedule: "2037-01-01 12:00:00", enabled: true, comment: null },
    ]);
  });
});

describeMariadb("the whole", () => {
  it("is one of MariaDB, whose database is called main", () => {
    expect(reading.model).toMatchObject({
      engine: "mariadb",
      defaultSchema: "main",
      schemas: [{ name: "main" }],
      extra: { collation: expect.stringContaining("utf8mb4") as string },
    });
  });
});
