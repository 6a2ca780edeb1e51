import mysql from "mysql2/promise";
import { expect, it } from "vitest";
import { readDatabase } from "../../../src/introspect/read-database.js";
import { openMysqlInspector } from "../../../src/introspect/mysql/mysql-inspector.js";
import { printModel } from "../../../src/model/model-json.js";
import { mariadbServerUrl } from "../../support/mariadb-database.js";
import {
  columnOf,
  createCatalog,
  describeMariadb,
  createDatabase,
  everything,
  named,
  readScript,
  readUrl,
  tableOf,
  viewOf,
} from "./read-mysql.js";

describeMariadb("statements", () => {
  it.each([10, 1_000])(
    "are as few with %i tables",
    async (count) => {
      const tables = Array.from(
        { length: count },
        (_, place) =>
          `create table t${place} (id int primary key, parent int, name varchar(20) unique, ` +
          `foreign key (parent) references t${Math.max(place - 1, 0)} (id), check (id > 0));${
            place % 10 === 0
              ? `create view v${place} as select id from t${place}; create sequence s${place};` +
                `create table p${place} (id int primary key) partition by hash (id) partitions 2;` +
                `create function f${place}(a int) returns int return a;`
              : ""
          }`,
      );
      const { model, statements } = await readScript(tables.join("\n"));
      expect(model.tables).toHaveLength(count + count / 10);
      expect(model.sequences).toHaveLength(count / 10);
      expect(statements).toBe(20);
    },
    60_000,
  );

  it("are fewer where there is less to ask", async () => {
    const { statements } = await readScript("create table t (id int primary key)");
    expect(statements).toBe(14);
  });

  it("are one read-only transaction, and a check of the views", async () => {
    const database = await createCatalog();
    const root = await mysql.createConnection({ uri: mariadbServerUrl(), rowsAsArray: true });
    await root.query("set global log_output = 'TABLE'");
    await root.query("set global general_log = on");
    try {
      await readUrl(database.url);
    } finally {
      await root.query("set global general_log = off");
    }
    const [rows] = await root.query(
      `select left(argument, 200) from mysql.general_log where command_type = 'Query' and thread_id in
        (select thread_id from mysql.general_log where command_type = 'Connect' and argument like ?) order by event_time`,
      [`% on ${database.name} %`],
    );
    await root.end();
    const sent = (rows as unknown as readonly [string][]).map(([text]) => String(text));
    expect(sent[1]).toMatch(
      /^SET SESSION sql_mode = 'STRICT_TRANS_TABLES', time_zone = '\+00:00', tx_isolation = 'REPEATABLE-READ'/,
    );
    expect(sent[2]).toBe("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    expect(sent.at(-2)).toBe("COMMIT");
    expect(sent.at(-1)).toMatch(/^CHECK TABLE /);
    expect(sent.slice(3, -2).filter((text) => !/^(SELECT|SHOW GRANTS)/.test(text))).toEqual([]);
  });

  it("say what they ask for", async () => {
    const database = await createDatabase("create table t (id int primary key)");
    const progress: string[] = [];
    const target = { engine: "mariadb", connection: database.url };
    await readDatabase(target, everything, { onProgress: (what) => progress.push(what) });
    expect(progress).toEqual([
      "databases",
      "tables",
      "columns",
      "columns of foreign keys",
      "routines",
      "indexes",
      "checks",
      "triggers",
      "events",
    ]);
  });

  it("are bounded in time", async () => {
    const database = await createCatalog();
    const inspector = await openMysqlInspector({ engine: "mariadb", connection: database.url });
    await expect(inspector.read({ schemas: null, statementTimeoutMs: 0.01 })).rejects.toMatchObject({
      kind: "catalog",
      message: expect.stringMatching(/: it took longer than the statement timeout$/) as string,
    });
    await inspector.close();
  });
});

describeMariadb("a reading", () => {
  it("is the same whatever the server's settings and the database's name are", async () => {
    const first = await readUrl((await createCatalog()).url);
    const root = await mysql.createConnection({ uri: mariadbServerUrl(), rowsAsArray: true });
    const [[[mode, zone]]] = (await root.query("select @@global.sql_mode, @@global.time_zone")) as unknown as [
      [[string, string]],
    ];
    const other = await createCatalog();
    await root.query(
      "set global sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PAD_CHAR_TO_FULL_LENGTH,PIPES_AS_CONCAT', global time_zone = '+05:30'",
    );
    try {
      const second = await readUrl(other.url);
      expect(printModel(second.model)).toBe(printModel(first.model));
    } finally {
      await root.query("set global sql_mode = ?, global time_zone = ?", [mode, zone]);
      await root.end();
    }
  });

  it("takes the scheme of either server for what it is", async () => {
    const database = await createDatabase("create table t (id int primary key)");
    const inspector = await openMysqlInspector({ engine: "mysql", connection: database.url.replace(/^\w+/, "mysql") });
    const { model } = await inspector.read({ schemas: null, statementTimeoutMs: 60_000 });
    await inspector.close();
    expect(model.engine).toBe("mariadb");
  });

  it("reaches other databases by their names", async () => {
    const other = await createDatabase(
      "create table parent (id int primary key); create table own (id int primary key)",
    );
    const database = await createDatabase(
      `create table child (id int primary key, parent int, foreign key (parent) references ${other.name}.parent (id));` +
        `create view theirs as select id from ${other.name}.parent`,
    );
    const alone = await readUrl(database.url);
    expect(alone.model.schemas).toMatchObject([{ name: "main" }]);
    expect(tableOf(alone.model, "child").foreignKeys).toMatchObject([
      { references: { schema: other.name, name: "parent", columns: ["id"] } },
    ]);
    const both = await readUrl(database.url, { schemas: ["main", other.name] });
    expect(both.model.tables.map(({ schema, name }) => `${schema}.${name}`).toSorted()).toEqual(
      ["main.child", `${other.name}.own`, `${other.name}.parent`].toSorted(),
    );
    expect(viewOf(both.model, "theirs")).toMatchObject({
      definition: `select \`${other.name}\`.\`parent\`.\`id\` AS \`id\` from \`${other.name}\`.\`parent\``,
      origins: [{ column: "id", from: { schema: other.name, table: "parent", column: "id" } }],
    });
  });

  it("keeps the names of tables that are called as their database is", async () => {
    const database = await createDatabase();
    const { name } = database;
    await database.run(`create table ${name} (id int primary key, ${name} int);
      create table other (id int primary key);
      create view v as select ${name}.id, ${name}.${name} from ${name} join other on other.id = ${name}.id`);
    const { model } = await readUrl(database.url);
    expect(viewOf(model, "v").definition).toBe(
      `select \`${name}\`.\`id\` AS \`id\`,\`${name}\`.\`${name}\` AS \`${name}\` from (\`${name}\` join \`other\` on(\`other\`.\`id\` = \`${name}\`.\`id\`))`,
    );
  });

  it("takes names of any kind", async () => {
    const { model } = await readScript(`create table \`we"ird'; drop --\` (
        \`ключ\` int primary key, \`a\`\`b\` int, \`x.y\` varchar(3) default 'ж''', \`select\` json, key \`i\`\`1\` (\`a\`\`b\`));
      create sequence \`s\`\`q'\`;
      create view \`v\`\`1\` as select \`a\`\`b\` from \`we"ird'; drop --\``);
    const table = tableOf(model, "we\"ird'; drop --");
    expect(table.columns.map(({ name }) => name)).toEqual(["ключ", "a`b", "x.y", "select"]);
    expect(columnOf(table, "x.y").default).toEqual({ kind: "literal", value: "ж'" });
    expect(columnOf(table, "select").type.kind).toBe("json");
    expect(named(model.sequences, "s`q'").start).toBe("1");
    expect(viewOf(model, "v`1").origins).toMatchObject([{ column: "a`b", from: { table: "we\"ird'; drop --" } }]);
  });
});
