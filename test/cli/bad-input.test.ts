import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { folderContents } from "../support/folder-contents.js";
import { postgresServerUrl } from "../support/postgres-database.js";
import { runInProcess, type CliResult } from "../support/run-cli.js";
import { changeDatabase, makeShop } from "../support/shop-database.js";
import { buildCli, runSpawned } from "../support/spawn-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const secret = "s3cr3t-passw0rd";

/** A folder with a database and a module that an earlier run wrote; the database has changed since. */
async function folderWithModule(): Promise<string> {
  const cwd = temporaryFolder();
  makeShop(cwd);
  const made = await runInProcess(["generate", "--url", "shop.db", "--out", "out"], { cwd });
  expect(made.code).toBe(0);
  changeDatabase(join(cwd, "shop.db"), "create table later (id integer primary key)");
  return cwd;
}

function expectOneMessage({ code, stdout, stderr }: CliResult, expected: { code: number; message: string }): void {
  expect(stderr).toContain(expected.message);
  expect(stderr.match(/^error/gm)).toHaveLength(1);
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at /m);
  expect(`${stdout}${stderr}`).not.toContain(secret);
  expect(stderr).not.toContain("defect");
  expect({ code, stdout }).toEqual({ code: expected.code, stdout: "" });
}

interface Case {
  readonly title: string;
  readonly args: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly code: number;
  readonly message: string;
}

const config = (body: string): Readonly<Record<string, string>> => ({
  "tablewright.config.mjs": `export default ${body};`,
});
const connection = `postgres://shop:${secret}@127.0.0.1:1/shop`;

const cases: readonly Case[] = [
  {
    title: "a server that does not listen",
    args: ["--url", connection, "--out", "out"],
    code: 3,
    message: "no server listens there",
  },
  {
    title: "a host that does not exist",
    args: ["--url", `postgres://shop:${secret}@host.invalid/shop`, "--out", "out"],
    code: 3,
    message: "host.invalid",
  },
  {
    title: "a missing file",
    args: ["--url", "sqlite:missing.db", "--out", "out"],
    code: 3,
    message: 'missing.db": there is no such file',
  },
  {
    title: "a path without a scheme to a missing file",
    args: ["--url", "missing.db", "--out", "out"],
    code: 3,
    message: "there is no such file",
  },
  {
    title: "a file that is no database",
    args: ["--url", "notes.txt", "--out", "out"],
    files: { "notes.txt": "no database, but long enough to be looked at as one".repeat(20) },
    code: 3,
    message: "it is not an SQLite database",
  },
  {
    title: "a folder in place of a database",
    args: ["--url", "sqlite:.", "--out", "out"],
    code: 3,
    message: "it is a directory",
  },
  {
    title: "a schema that does not exist",
    args: ["--url", "shop.db", "--out", "out", "--schemas", "sales"],
    code: 1,
    message: '"sales"',
  },
  {
    title: "a glob that matches nothing",
    args: ["--url", "shop.db", "--out", "out", "--exclude", "custmer"],
    code: 1,
    message: '"custmer"',
  },
  {
    title: "a scheme of no engine",
    args: ["--url", `db2://root:${secret}@host/shop`, "--out", "out"],
    code: 1,
    message: '"db2:" is no engine\'s scheme',
  },
  {
    title: "a scheme that is none",
    args: ["--url", `postgre://root:${secret}@host/shop`, "--out", "out"],
    code: 1,
    message: 'did you mean "postgres"?',
  },
  {
    title: "a URL that is none",
    args: ["--url", `postgres://root:${secret}@host:port/shop`, "--out", "out"],
    code: 1,
    message: "it is not a valid URL",
  },
  {
    title: "a word that is no URL",
    args: ["--url", "DATABASE_URL", "--out", "out"],
    code: 1,
    message: "neither a URL nor an existing file",
  },
  {
    title: "an unknown flag",
    args: ["--url", "shop.db", "--outt", "out"],
    code: 1,
    message: 'reading "--outt": the command has no such flag; did you mean "--out"?',
  },
  {
    title: "a flag without its value",
    args: ["--out", "out", "--url"],
    code: 1,
    message: 'reading "--url": a value is missing',
  },
  {
    title: "a flag that is given twice",
    args: ["--url", "shop.db", "--url", "b.db", "--out", "out"],
    code: 1,
    message: "it is given twice",
  },
  {
    title: "a number that is none",
    args: ["--url", "shop.db", "--out", "out", "--timeout", "soon"],
    code: 1,
    message: "it must be a number above 0",
  },
  {
    title: "a choice that is none",
    args: ["--url", "shop.db", "--out", "out", "--import-suffix", ".tss"],
    code: 1,
    message: 'did you mean ".ts"?',
  },
  { title: "no output folder", args: ["--url", "shop.db"], code: 1, message: 'reading "--out": it is missing' },
  {
    title: "an argument too many",
    args: ["more", "--url", "shop.db", "--out", "out"],
    code: 1,
    message: 'reading "more": generate takes no such argument',
  },
  { title: "neither a configuration nor a URL", args: [], code: 1, message: "looking for tablewright.config.ts" },
  {
    title: "a configuration that is not there",
    args: ["--config", "other.config.ts"],
    code: 1,
    message: "there is no such file",
  },
  {
    title: "an unknown key of the configuration",
    args: [],
    files: config(`{ databases: { shop: { connection: "sqlite:shop.db", out: "out", incldue: ["customer"] } } }`),
    code: 1,
    message: 'unknown key "databases.shop.incldue"; did you mean "include"?',
  },
  {
    title: "an unknown key deep in the configuration",
    args: [],
    files: config(
      `{ databases: { shop: { connection: "sqlite:shop.db", out: "out", relations: [{ foreignKey: "x", toon: "y" }] } } }`,
    ),
    code: 1,
    message: 'unknown key "databases.shop.relations[0].toon"; did you mean "toOne"?',
  },
  {
    title: "a value of the wrong type, without showing it",
    args: [],
    files: config(`{ databases: { shop: { connection: ["${connection}"], out: "out" } } }`),
    code: 1,
    message: '"databases.shop.connection" must be a URL',
  },
  {
    title: "a configuration that does not parse",
    args: [],
    files: { "tablewright.config.ts": `export default { password: "${secret}", ` },
    code: 1,
    message: 'config: loading "tablewright.config.ts"',
  },
  {
    title: "a variable that is not set",
    args: [],
    files: config(`{ databases: { shop: { connection: { env: "SHOP_URL" }, out: "out" } } }`),
    code: 1,
    message: 'the environment variable "SHOP_URL" is not set',
  },
  {
    title: "a token provider that fails",
    args: [],
    files: config(`{ databases: { shop: { connection: () => { throw new Error("${connection}") }, out: "out" } } }`),
    code: 3,
    message: 'asking the function of "shop" for its connection',
  },
  {
    title: "a password in the driver's own options",
    args: [],
    files: config(
      `{ databases: { shop: { dialect: "postgresql", connection: { host: "127.0.0.1", port: 1, password: "${secret}" }, out: "out" } } }`,
    ),
    code: 3,
    message: "no server listens there",
  },
  {
    title: "options without a dialect",
    args: [],
    files: config(`{ databases: { shop: { connection: { host: "127.0.0.1" }, out: "out" } } }`),
    code: 1,
    message: '"dialect" is needed',
  },
  {
    title: "two databases for one folder",
    args: [],
    files: config(
      `{ databases: { a: { connection: "sqlite:shop.db", out: "out" }, b: { connection: "sqlite:shop.db", out: "out/b" } } }`,
    ),
    code: 1,
    message: '"a" and "b" share',
  },
  {
    title: "an unknown database",
    args: ["--database", "shopp"],
    files: config(`{ databases: { shop: { connection: "sqlite:shop.db", out: "out" } } }`),
    code: 1,
    message: 'did you mean "shop"?',
  },
  {
    title: "a type rule that matches no column",
    args: [],
    files: config(
      `{ databases: { shop: { connection: "sqlite:shop.db", out: "out", types: [{ column: "customer.nme", use: "string" }] } } }`,
    ),
    code: 1,
    message: '"customer.nme"',
  },
  {
    title: "a relation's name for a foreign key that is not there",
    args: [],
    files: config(
      `{ databases: { shop: { connection: "sqlite:shop.db", out: "out", relations: [{ foreignKey: "purchase.buyer_id", toOne: "buyer" }] } } }`,
    ),
    code: 1,
    message: '"purchase.buyer_id"',
  },
  {
    title: "a repository of a table that is not there",
    args: [],
    files: config(
      `{ databases: { shop: { connection: "sqlite:shop.db", out: "out", repositories: [{ table: "custmer", className: "Mine", from: "./mine.js" }] } } }`,
    ),
    code: 1,
    message: '"custmer"',
  },
  {
    title: "a templates folder that is not there",
    args: ["--url", "shop.db", "--out", "out", "--templates", "nowhere"],
    code: 1,
    message: "nowhere",
  },
  {
    title: "a snapshot that is not there",
    args: ["--from", "nowhere.json", "--out", "out"],
    code: 1,
    message: "there is no such file",
  },
  {
    title: "a snapshot that is none",
    args: ["--from", "package.json", "--out", "out"],
    files: { "package.json": "{}" },
    code: 1,
    message: "it is not a model of a database",
  },
];

describe("generate, given", () => {
  test.each(cases)(
    "$title, says so once and leaves the module as it was",
    async ({ args, files = {}, code, message }) => {
      const cwd = await folderWithModule();
      for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
      const before = folderContents(join(cwd, "out"));
      expectOneMessage(await runInProcess(["generate", ...args], { cwd }), { code, message });
      expect(folderContents(join(cwd, "out"))).toEqual(before);
    },
  );

  test("a wrong password, says so and shows none", async () => {
    const cwd = await folderWithModule();
    const before = folderContents(join(cwd, "out"));
    const url = new URL(postgresServerUrl());
    url.password = secret;
    const result = await runInProcess(["generate", "--url", url.href, "--out", "out", "--verbose"], { cwd });
    expect([result.code, result.stderr]).toEqual([3, expect.stringContaining("password authentication failed")]);
    expect(result.stderr).not.toContain(secret);
    expect(folderContents(join(cwd, "out"))).toEqual(before);
  });

  test("a database that the server does not have", async () => {
    const url = new URL(postgresServerUrl());
    url.pathname = "/no_such_database";
    const cwd = temporaryFolder();
    const result = await runInProcess(["generate", "--url", url.href, "--out", "out"], { cwd });
    expectOneMessage(result, { code: 3, message: 'database "no_such_database" does not exist' });
  });

  test("a schema that the server does not have", async () => {
    const cwd = temporaryFolder();
    const args = ["generate", "--url", postgresServerUrl(), "--out", "out", "--schemas", "no_such_schema"];
    expectOneMessage(await runInProcess(args, { cwd }), { code: 1, message: '"no_such_schema"' });
  });
});

describe("an output folder", () => {
  test("that holds others' files is refused, and they stay", async () => {
    const cwd = temporaryFolder({ "out/precious.txt": "mine", "out/deep/er.txt": "mine too" });
    makeShop(cwd);
    const result = await runInProcess(["generate", "--url", "shop.db", "--out", "out"], { cwd });
    expectOneMessage(result, { code: 1, message: "it holds other files (deep, precious.txt)" });
    expect(folderContents(join(cwd, "out"))).toEqual({ "precious.txt": "mine", "deep/er.txt": "mine too" });
  });

  test("that is a file is refused, and it stays", async () => {
    const cwd = temporaryFolder({ out: "a file" });
    makeShop(cwd);
    for (const out of ["out", "out/below"]) {
      const result = await runInProcess(["generate", "--url", "shop.db", "--out", out], { cwd });
      expectOneMessage(result, { code: 1, message: "is a file" });
    }
    expect(folderContents(cwd)["out"]).toBe("a file");
  });

  test("in which a folder stands where a file has to go leaves the module whole", async () => {
    const cwd = await folderWithModule();
    mkdirSync(join(cwd, "out", "tables", "later.ts"));
    const before = folderContents(join(cwd, "out"));
    const result = await runInProcess(["generate", "--url", "shop.db", "--out", "out"], { cwd });
    expectOneMessage(result, { code: 1, message: "later.ts" });
    expect(folderContents(join(cwd, "out"))).toEqual(before);
  });

  test("whose manifest is damaged is refused", async () => {
    const cwd = await folderWithModule();
    writeFileSync(join(cwd, "out", ".tablewright.json"), "{");
    const result = await runInProcess(["generate", "--url", "shop.db", "--out", "out"], { cwd });
    expectOneMessage(result, { code: 1, message: "it is not a manifest" });
  });

  test.runIf(existsSync("/proc/self"))("that the system does not let anybody make ends with a message", async () => {
    const cwd = temporaryFolder();
    makeShop(cwd);
    const result = await runInProcess(["generate", "--url", "shop.db", "--out", "/proc/tablewright/out"], { cwd });
    expectOneMessage(result, { code: 1, message: "/proc/tablewright/out" });
  });
});

describe("the built command", () => {
  beforeAll(buildCli);

  // Permissions do not bind root, so under root it runs as another user, and under others as that one.
  test.runIf(process.getuid !== undefined)("leaves a module in a read-only folder whole", async () => {
    const cwd = await folderWithModule();
    const before = folderContents(join(cwd, "out"));
    chmodSync(cwd, 0o755);
    for (const folder of ["out", "out/tables", "out/views"]) chmodSync(join(cwd, folder), 0o555);
    const user = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const result = await runSpawned(["generate", "--url", "shop.db", "--out", "out"], { cwd, ...user });
    for (const folder of ["out", "out/tables", "out/views"]) chmodSync(join(cwd, folder), 0o755);
    expectOneMessage(result, { code: 1, message: "permission denied" });
    expect(folderContents(join(cwd, "out"))).toEqual(before);
  });

  test("ends with the same codes and messages as a process", async () => {
    const cwd = temporaryFolder();
    expectOneMessage(await runSpawned(["generate", "--url", connection, "--out", "out"], { cwd }), {
      code: 3,
      message: "no server listens there",
    });
    expectOneMessage(await runSpawned(["generate", "--urll", "x"], { cwd }), {
      code: 1,
      message: 'did you mean "--url"?',
    });
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });
});
