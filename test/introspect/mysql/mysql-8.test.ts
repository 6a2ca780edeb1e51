import { describe, expect, it } from "vitest";
import { toCatalogStatement } from "../../../src/introspect/mysql/catalog-query.js";
import type { CatalogRows } from "../../../src/introspect/mysql/catalog-rows.js";
import { mysqlQueries } from "../../../src/introspect/mysql/mysql-queries.js";
import type { ColumnRow, IndexRow, TableRow } from "../../../src/introspect/mysql/mysql-rows.js";
import { mysqlFeatures, toMysqlServer, type MysqlServer } from "../../../src/introspect/mysql/mysql-server.js";
import { toReading } from "../../../src/introspect/mysql/mysql-translate.js";
import { toGrantsStatement } from "../../../src/introspect/mysql/queries/grants-statement.js";
import { toSettings } from "../../../src/introspect/mysql/session-settings.js";
import { itemOf, tableOf, viewOf } from "./read-mysql.js";

// What MySQL 8.4 prints, by its manual: https://dev.mysql.com/doc/refman/8.4/en/information-schema.html.
const features = mysqlFeatures.filter((name) => !/IGNORED|PERIOD|ALGORITHM|\.TABLE_NAME|SCHEMA_COMMENT/.test(name));
const server = toMysqlServer({ version: "8.4.3", database: "shop", features: features.join(",") }, "shop");

const noRows: Omit<CatalogRows, "server"> = {
  schemas: [{ name: "shop", collation: "utf8mb4_0900_ai_ci", comment: null, roles: null }],
  tables: [],
  columns: [],
  indexes: [],
  foreignKeys: [],
  foreignKeyColumns: [],
  checks: [],
  views: [],
  triggers: [],
  routines: [],
  parameters: [],
  partitions: [],
  events: [],
  sequences: [],
  grants: [{ text: "GRANT ALL PRIVILEGES ON *.* TO `root`@`%`" }],
  problems: [],
  problemsRefusal: null,
};

const place = { schema: "shop", table: "item" };

const item: TableRow = {
  ...place,
  tableType: "BASE TABLE",
  engine: "InnoDB",
  collation: "utf8mb4_0900_ai_ci",
  createOptions: "",
  comment: "",
};

let position = 0;

function column(name: string, fullType: string, facts: Partial<ColumnRow> = {}): ColumnRow {
  position += 1;
  return {
    ...place,
    name,
    position,
    dataType: /^\w+/.exec(fullType)?.[0] ?? "",
    fullType,
    default: null,
    isNullable: "YES",
    characterLength: null,
    numericPrecision: null,
    numericScale: null,
    datetimePrecision: /timestamp|datetime/.test(fullType) ? 0 : null,
    collation: null,
    extra: "",
    privileges: "select,insert,update,references",
    comment: "",
    generation: "",
    period: null,
    ...facts,
  };
}

function part(name: string, facts: Partial<IndexRow>): IndexRow {
  return {
    ...place,
    nonUnique: 1,
    name,
    position: 1,
    column: null,
    collation: "A",
    prefixLength: null,
    indexType: "BTREE",
    comment: "",
    expression: null,
    ignored: "NO",
    ...facts,
  };
}

function read(rows: Partial<CatalogRows>, of: MysqlServer = server) {
  return toReading({ ...noRows, tables: [item], ...rows, server: of });
}

describe("columns of MySQL 8", () => {
  it.each([
    [column("a", "int", { default: "3" }), { type: { kind: "integer", bits: 32 }, default: { value: "3" } }],
    [column("a", "varchar(5)", { default: "it's" }), { default: { kind: "literal", value: "it's" } }],
    [column("a", "varchar(5)", { default: "" }), { default: { kind: "literal", value: "" } }],
    [column("a", "varchar(9)", { default: "uuid()" }), { default: { kind: "literal", value: "uuid()" } }],
    [
      column("a", "varchar(9)", { default: String.raw`concat(_utf8mb4\'a\',1)`, extra: "DEFAULT_GENERATED" }),
      { default: { kind: "expression", sql: "concat(_utf8mb4'a',1)" } },
    ],
    [column("a", "tinyint(1)", { default: "1" }), { type: { kind: "boolean" }, default: { value: true } }],
    [column("a", "bit(3)", { default: "b'101'" }), { type: { kind: "bits", length: 3 }, default: { value: "101" } }],
    [column("a", "binary(2)", { default: "0xFF00" }), { default: { kind: "expression", sql: "0xFF00" } }],
    [column("a", "json"), { type: { kind: "json", binary: true }, databaseType: "json", default: { kind: "none" } }],
    [column("a", "vector(3)"), { type: { kind: "opaque", name: "vector", comparable: false } }],
    [column("a", "geomcollection"), { type: { kind: "opaque" } }],
    [
      column("a", "timestamp", {
        default: "CURRENT_TIMESTAMP",
        extra: "DEFAULT_GENERATED on update CURRENT_TIMESTAMP",
      }),
      { generated: null, onUpdate: "CURRENT_TIMESTAMP", default: { kind: "expression", sql: "CURRENT_TIMESTAMP" } },
    ],
    [
      column("a", "int", {
        extra: "VIRTUAL GENERATED INVISIBLE",
        generation: String.raw`(\`b\` + length(_latin1\'x\'))`,
      }),
      { generated: { kind: "virtual" }, hidden: true },
    ],
    [column("a", "bigint unsigned", { extra: "auto_increment" }), { identity: { mode: "byDefault", sequence: null } }],
  ])("%#", (row, expected) => {
    expect(tableOf(read({ columns: [row] }).model, "item").columns).toMatchObject([expected]);
  });

  it("of a type that nobody knows are reported", () => {
    const { model, diagnostics } = read({ columns: [column("a", "quaternion(4)")] });
    expect(tableOf(model, "item").columns).toMatchObject([
      { type: { kind: "unsupported" }, databaseType: "quaternion(4)" },
    ]);
    expect(diagnostics).toMatchObject([{ code: "TW1001", subject: "main.item.a" }]);
  });

  it("have no expressions in 5.7, but the time", () => {
    const old = toMysqlServer({ version: "5.7.44-log", database: "shop", features: "" }, "shop");
    const { model } = read({ columns: [column("a", "datetime", { default: "CURRENT_TIMESTAMP" })] }, old);
    expect(tableOf(model, "item").columns).toMatchObject([{ default: { kind: "expression" } }]);
  });
});

describe("indexes of MySQL 8", () => {
  it("have expressions, and may be invisible", () => {
    const { model } = read({
      columns: [column("a", "int")],
      indexes: [
        part("by_lower", { nonUnique: 0, expression: String.raw`concat(\`a\`,_utf8mb4\'x\')` }),
        part("unseen", { column: "a", collation: "D", ignored: "YES" }),
      ],
    });
    const { indexes, uniqueKeys } = tableOf(model, "item");
    expect(itemOf(indexes, "by_lower")).toMatchObject({ unique: true, constraint: null, parts: [{ column: null }] });
    expect(itemOf(indexes, "by_lower").parts[0]?.expression).toMatch(/_utf8mb4'x'\)$/);
    expect(itemOf(indexes, "unseen")).toMatchObject({ valid: false, parts: [{ direction: "desc", nulls: "last" }] });
    expect(uniqueKeys).toEqual([]);
  });
});

describe("checks of MySQL 8", () => {
  it("may not be enforced, and are printed in brackets", () => {
    const { model } = read({
      columns: [column("a", "varchar(5)", { collation: "utf8mb4_0900_bin", dataType: "varchar" })],
      checks: [
        {
          ...place,
          name: "one",
          clause: String.raw`(\`a\` in (_utf8mb4\'x\',_utf8mb4\'y\'))`.replaceAll("\\`", "`"),
          enforced: "YES",
        },
        { ...place, name: "off", clause: "(`a` in (_utf8mb4'z'))", enforced: "NO" },
      ],
    });
    const { checks } = tableOf(model, "item");
    expect(itemOf(checks, "one").oneOf).toEqual({ column: "a", values: ["x", "y"], numeric: false });
    expect(itemOf(checks, "off")).toMatchObject({ enforced: false, oneOf: null });
  });
});

describe("foreign keys and views of MySQL 8", () => {
  it("restrict where nothing is written", () => {
    const { model } = read({
      columns: [column("a", "int")],
      foreignKeys: [{ ...place, name: "f", updateRule: "NO ACTION", deleteRule: "RESTRICT" }],
      foreignKeyColumns: [
        {
          ...place,
          name: "f",
          position: 1,
          column: "a",
          referencedSchema: "depot",
          referencedTable: "bin",
          referencedColumn: "id",
        },
      ],
    });
    expect(tableOf(model, "item").foreignKeys).toMatchObject([
      { references: { schema: "depot", name: "bin", columns: ["id"] }, onUpdate: "noAction", onDelete: "noAction" },
    ]);
  });

  it("say in their comment that they are broken", () => {
    const view: TableRow = {
      ...item,
      table: "v",
      tableType: "VIEW",
      comment: "View 'shop.v' references invalid table(s)",
    };
    const { model, diagnostics } = read({ tables: [view], columns: [{ ...column("a", "int"), table: "v" }] });
    expect(viewOf(model, "v").columns).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "TW1010", subject: "main.v" }]);
  });
});

describe("names that differ only by case", () => {
  it("stay apart", () => {
    const { model } = read({
      tables: [item, { ...item, table: "Item" }],
      columns: [column("a", "int"), { ...column("b", "int"), table: "Item" }],
    });
    expect(tableOf(model, "item").columns.map(({ name }) => name)).toEqual(["a"]);
    expect(tableOf(model, "Item").columns.map(({ name }) => name)).toEqual(["b"]);
  });
});

describe("a server", () => {
  it.each([
    ["8.4.3", "mysql", 80_403],
    ["9.1.0-commercial", "mysql", 90_100],
    ["26.7.1", "mysql", 260_701],
    ["5.7.44-48-log", "mysql", 50_744],
    ["10.11.19-MariaDB-0+deb12u1", "mariadb", 101_119],
    ["5.5.5-10.6.12-MariaDB-log", "mariadb", 100_612],
  ])("of version %s", (version, engine, number) => {
    expect(toMysqlServer({ version, database: "d", features: null }, "d")).toMatchObject({ engine, version: number });
  });

  it("is asked for what it has", () => {
    const sql = (of: MysqlServer, name: "columns" | "indexes" | "schemas" | "views") =>
      toCatalogStatement<unknown>(mysqlQueries[name], of, ["sh'op", "o\\ther"]).sql;
    expect(sql(server, "indexes")).toContain(
      "EXPRESSION AS `expression`, IF(IS_VISIBLE = 'NO', 'YES', 'NO') AS `ignored`",
    );
    expect(sql(server, "views")).toContain("NULL AS `algorithm`");
    expect(sql(server, "schemas")).toContain("CURRENT_ROLE()");
    expect(sql(server, "columns")).toMatch(/TABLE_SCHEMA = 'sh\\'op' UNION ALL SELECT .* TABLE_SCHEMA = 'o\\\\ther'$/);
    expect(mysqlQueries.checksOf(server)?.from).toContain("TABLE_CONSTRAINTS k JOIN");
    expect(mysqlQueries.checksOf({ ...server, features: new Set() })).toBeNull();
    expect(toGrantsStatement("`r`@`%`").sql).toBe("SHOW GRANTS FOR CURRENT_USER() USING `r`@`%`");
  });

  it("may not tell the problems of views", () => {
    expect(read({ problemsRefusal: "mysql: reading problems of views: syntax error" }).diagnostics).toMatchObject([
      {
        code: "TW1023",
        severity: "note",
        subject: "main",
        message: expect.stringMatching(/: syntax error$/) as string,
      },
    ]);
  });

  it("is set up", () => {
    expect(toSettings(server, 1500)).toMatch(/transaction_isolation = 'REPEATABLE-READ', max_execution_time = 1500$/);
    const mariadb = { ...server, engine: "mariadb", version: 110_402 } as const;
    expect(toSettings(mariadb, 1500)).toMatch(/ transaction_isolation = .*max_statement_time = 1\.5$/);
    expect(toSettings({ ...mariadb, version: 101_119 }, 1000)).toContain(" tx_isolation = 'REPEATABLE-READ'");
  });
});
