import mysql from "mysql2/promise";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { folderContents } from "../support/folder-contents.js";
import { createMariadbDatabase, hasMariadbServer, type MariadbDatabase } from "../support/mariadb-database.js";
import { startMariadbServer } from "../support/mariadb-server.js";
import { runInProcess, type CliResult } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const describeMariadb = describe.skipIf(!hasMariadbServer());
const secret = "s3cr3t-passw0rd";
const made: MariadbDatabase[] = [];

afterAll(async () => {
  for (const database of made) await database.drop();
});

async function createDatabase(script: string, server?: string): Promise<MariadbDatabase> {
  const database = await createMariadbDatabase({ script, ...(server === undefined ? {} : { server }) });
  if (server === undefined) made.push(database);
  return database;
}

function generate(cwd: string, url: string, ...more: readonly string[]): Promise<CliResult> {
  return runInProcess(["generate", "--url", url, "--out", "out", "--name", "shop", ...more], { cwd });
}

function withUrl(url: string, change: (url: URL) => void): string {
  const changed = new URL(url);
  change(changed);
  return changed.href;
}

function expectClean(cwd: string, { stdout, stderr }: CliResult): void {
  const texts = [stdout, stderr, ...Object.values(folderContents(cwd))];
  expect(texts.filter((text) => text.includes(secret))).toEqual([]);
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at /m);
  expect(stderr).not.toContain("defect");
}

interface Case {
  readonly title: string;
  readonly url: (url: string) => string;
  readonly args?: readonly string[];
  readonly code: number;
  readonly message: RegExp;
}

const failures: readonly Case[] = [
  {
    title: "a server that does not listen",
    url: () => `mariadb://root:${secret}@127.0.0.1:1/shop`,
    code: 3,
    message: /connecting at "127\.0\.0\.1:1": no server listens there/,
  },
  {
    title: "a wrong password",
    url: (url) => withUrl(url, (changed) => (changed.password = secret)),
    code: 3,
    message: /Access denied for user 'root'/,
  },
  {
    title: "a database that the server does not have",
    url: (url) => withUrl(url, (changed) => (changed.pathname = "/no_such_database")),
    code: 3,
    message: /Unknown database 'no_such_database'/,
  },
  {
    title: "a URL without a database",
    url: (url) => withUrl(url, (changed) => (changed.pathname = "/")),
    code: 1,
    message: /no database is named/,
  },
  {
    title: "a schema that the server does not have",
    url: (url) => url,
    args: ["--schemas", "no_such_schema"],
    code: 1,
    message: /reading databases "no_such_schema": no such database/,
  },
];

describeMariadb("generate, given", () => {
  let shop: MariadbDatabase;

  beforeAll(async () => {
    shop = await createDatabase("create table customer (id int primary key, name varchar(20) not null)");
  });

  test.each(failures)("$title, says so once and leaves the module", async ({ url, args = [], code, message }) => {
    const cwd = temporaryFolder();
    expect((await generate(cwd, shop.url)).code).toBe(0);
    const before = folderContents(cwd);
    const result = await generate(cwd, url(shop.url), ...args);
    expect(result).toMatchObject({ code, stdout: "", stderr: expect.stringMatching(message) as string });
    expect(result.stderr.match(/^error/gm)).toHaveLength(1);
    expectClean(cwd, result);
    expect(folderContents(cwd)).toEqual(before);
  });

  test("a connection that is killed in the middle of the reading, leaves the module", async () => {
    const database = await createDatabase("create table t (id int primary key)");
    const cwd = temporaryFolder();
    expect((await generate(cwd, database.url)).code).toBe(0);
    const before = folderContents(cwd);
    const result = await killedWhileReading(database, () => generate(cwd, database.url));
    expect(result).toMatchObject({
      code: 3,
      stdout: "",
      stderr: expect.stringMatching(/^error: \w+: \w+ .* at "[^"]+": the server ended the connection$/m) as string,
    });
    expectClean(cwd, result);
    expect(folderContents(cwd)).toEqual(before);
  });
});

describeMariadb("generate goes on, given", () => {
  test("a view whose table is gone, and a definer that does not exist", async () => {
    const { url } = await createDatabase(`
      create table gone (id int primary key);
      create view on_gone as select id from gone;
      drop table gone;
      create table kept (id int primary key);
      create definer = nobody@nowhere view orphan as select id from kept;
      create view sound as select id from kept;`);
    const cwd = temporaryFolder();
    const result = await generate(cwd, url);
    expect([result.code, result.stderr]).toEqual([0, ""]);
    expect(result.stdout).toMatch(/warning TW1010 main\.on_gone: .*references invalid table/);
    expect(result.stdout).toMatch(/warning TW1010 main\.orphan: .*\('nobody'@'nowhere'\) does not exist/);
    expect(result.stdout.match(/TW1010 main/g)).toHaveLength(2);
    expectClean(cwd, result);
    expect(Object.keys(folderContents(cwd))).toEqual(
      expect.arrayContaining(["out/tables/kept.ts", "out/views/sound.ts"]),
    );
    expect((await generate(cwd, url, "--strict")).code).toBe(4);
  });

  test("a user who sees half of the database", async () => {
    const database = await createDatabase(
      "create table seen (id int primary key, name varchar(20)); create table unseen (id int primary key)",
    );
    const user = `u_${database.name}`;
    await database.run(`create user ${user}@'%' identified by '${secret}'; grant select on seen to ${user}@'%'`);
    const cwd = temporaryFolder();
    const url = withUrl(database.url, (changed) => {
      changed.username = user;
      changed.password = secret;
    });
    const result = await generate(cwd, url);
    await database.run(`drop user ${user}@'%'`);
    expect([result.code, result.stderr]).toEqual([0, ""]);
    expect(result.stdout).toMatch(/catalog: 1 table, 2 columns, .*all in the model/);
    expect(result.stdout).toMatch(/note TW1015 main: the server does not show the connecting user its checks/);
    expectClean(cwd, result);
    expect(JSON.stringify(folderContents(cwd))).not.toContain("unseen");
  });

  test.each(["", "TRADITIONAL"])(
    'zero dates under the sql_mode "%s"',
    async (mode) => {
      const server = await startMariadbServer();
      onTestFinished(() => server.stop());
      const database = await createDatabase(
        `set sql_mode = '';
      create table visit (id int primary key, day date not null default '0000-00-00',
        at datetime not null default '0000-00-00 00:00:00', stamp timestamp not null default '0000-00-00 00:00:00');
      insert into visit (id) values (1);`,
        server.url,
      );
      await database.run(`set global sql_mode = '${mode}'`);
      const cwd = temporaryFolder();
      const result = await generate(cwd, database.url, "--import-suffix", ".ts");
      expect([result.code, result.stderr]).toEqual([0, ""]);
      expect(result.stdout).toMatch(/1 table, 4 columns, .*all in the model/);
      expectClean(cwd, result);
      await expect(readVisits(cwd, database.url)).rejects.toThrow(
        /^visit: reading "at" as timestamp: expected a date that exists \(the type rule "string"/,
      );
    },
    60_000,
  );
});

// 0 keeps names as they are and tells them apart by case; 1 keeps them in lower case, as servers on Windows do.
describeMariadb("names that differ only by case", () => {
  test("are different tables under lower_case_table_names = 0", async () => {
    const { url } = await createDatabase(`
      create table Item (id int primary key);
      create table item (id int primary key, item_id int, foreign key (item_id) references Item (id));
      create view ITEM as select id from item;`);
    const cwd = temporaryFolder();
    const result = await generate(cwd, url);
    expect([result.code, result.stderr]).toEqual([0, ""]);
    expect(result.stdout).toMatch(/catalog: 2 tables, 1 view, 4 columns, .*all in the model/);
    expect(result.stdout).toMatch(/warning TW2001 main\.item: the name "Item" is taken by "main\.Item"/);
    const files = Object.keys(folderContents(cwd)).map((path) => path.toLowerCase());
    expect(new Set(files).size, "files of a file system without case").toBe(files.length);
    expectClean(cwd, result);
  });

  test("are one table under lower_case_table_names = 1", async () => {
    const server = await startMariadbServer({ lowerCaseTableNames: "1" });
    onTestFinished(() => server.stop());
    const database = await createDatabase("create table Item (Id int primary key)", server.url);
    await expect(database.run("create table ITEM (id int primary key)")).rejects.toThrow(/already exists/);
    const cwd = temporaryFolder();
    const result = await generate(cwd, database.url, "--include", "item");
    expect([result.code, result.stderr]).toEqual([0, ""]);
    expect(result.stdout).toMatch(/catalog: 1 table, 1 column, .*all in the model/);
    expect(Object.keys(folderContents(cwd))).toContain("out/tables/item.ts");
    expectClean(cwd, result);
    const other = await generate(cwd, database.url, "--include", "Item");
    expect([other.code, other.stderr]).toEqual([1, expect.stringMatching(/"Item"/)]);
  }, 60_000);
});

/** Reads the rows of the module below a folder. */
async function readVisits(cwd: string, url: string): Promise<unknown> {
  const { connect } = (await import(pathToFileURL(join(cwd, "out/index.ts")).href)) as VisitModule;
  const db = await connect({ uri: url });
  try {
    return await db.visits.findMany();
  } finally {
    await db.close();
  }
}

/** Runs what reads a database, and kills its session as soon as it waits for a table that is locked. */
async function killedWhileReading<R>(database: MariadbDatabase, run: () => Promise<R>): Promise<R> {
  const root = await mysql.createConnection({ uri: database.url, multipleStatements: true });
  try {
    await root.query("create sequence counter; lock tables counter write");
    const running = run();
    const id = await waitingSession(root, database.name);
    await root.query(`kill ${id}`);
    return await running;
  } finally {
    await root.end();
  }
}

async function waitingSession(root: mysql.Connection, database: string): Promise<number> {
  const sql = "select ID from information_schema.PROCESSLIST where DB = ? and STATE like 'Waiting for%lock%'";
  for (;;) {
    const [rows] = await root.query<mysql.RowDataPacket[]>(sql, [database]);
    const id: unknown = rows[0]?.["ID"];
    if (id !== undefined) return Number(id);
    await sleep(20);
  }
}

interface VisitModule {
  readonly connect: (
    options: object,
  ) => Promise<{ readonly visits: { findMany(): Promise<unknown> }; close(): Promise<void> }>;
}
