import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createPostgresDatabase } from "../support/postgres-database.js";
import { runInProcess } from "../support/run-cli.js";
import { changeDatabase, makeShop } from "../support/shop-database.js";
import { buildCli, runSpawned, startCli, type SpawnOptions } from "../support/spawn-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

beforeAll(buildCli);

describe("the command as a process", () => {
  test("shows its version and its help", async () => {
    const cwd = temporaryFolder();
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
      version: string;
    };
    expect(await runSpawned(["--version"], { cwd })).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    const help = await runSpawned(["generate", "--help"], { cwd });
    expect([help.code, help.stderr]).toEqual([0, ""]);
    expect(help.stdout).toContain("--dry-run");
    const nothing = await runSpawned([], { cwd });
    expect([nothing.code, nothing.stdout]).toEqual([1, ""]);
    expect(nothing.stderr).toContain("tablewright generate");
  });

  test("writes a long result whole into a pipe, and does not mind a reader that leaves", async () => {
    const cwd = temporaryFolder();
    const tables = Array.from(
      { length: 400 },
      (_, index) => `create table table_${index} (id integer primary key, label text);`,
    );
    makeShop(cwd, "many.db", tables.join("\n"));
    const whole = await runSpawned(["inspect", "--url", "many.db", "--json"], { cwd });
    expect((JSON.parse(whole.stdout) as { tables: unknown[] }).tables).toHaveLength(400);
    const left = startCli(["inspect", "--url", "many.db", "--json"], { cwd });
    let errors = "";
    left.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    left.stdout.once("data", () => left.stdout.destroy());
    await once(left, "close");
    expect(errors).toBe("");
  });
});

describe("what a terminal sees", () => {
  test("is progress and colours, and neither elsewhere", async () => {
    const cwd = temporaryFolder();
    makeShop(cwd);
    const args = ["generate", "--url", "shop.db", "--out", "out"];
    const terminal = await runInProcess(args, { cwd, terminal: true });
    expect(terminal.stderr).toContain("shop: ");
    expect(terminal.stderr).toMatch(/\r\u001b\[2K$/);
    expect(terminal.stdout).toContain("\u001b[1mshop");
    const plain = await runInProcess(args, { cwd, terminal: true, env: { NO_COLOR: "1", TERM: "dumb" } });
    expect(`${plain.stdout}${plain.stderr}`).not.toContain("\u001b");
    const piped = await runInProcess(args, { cwd });
    expect(`${piped.stdout}${piped.stderr}`).not.toContain("\u001b");
  });
});

describe("generate --watch", () => {
  test("generates again after each change of a database file and of the configuration, and ends when interrupted", async () => {
    const config = (out: string): string =>
      `export default { databases: { shop: { connection: "sqlite:shop.db", out: "${out}" } } };`;
    const cwd = temporaryFolder({ "tablewright.config.mjs": config("one") });
    makeShop(cwd);
    const watching = await startWatching(["generate", "--watch"], { cwd });
    await until(() => existsSync(join(cwd, "one/index.ts")));
    changeDatabase(join(cwd, "shop.db"), "create table later (id integer primary key)");
    await until(() => existsSync(join(cwd, "one/tables/later.ts")));
    writeFileSync(join(cwd, "new.mjs"), config("two"));
    renameSync(join(cwd, "new.mjs"), join(cwd, "tablewright.config.mjs"));
    await until(() => existsSync(join(cwd, "two/index.ts")));
    writeFileSync(join(cwd, "tablewright.config.mjs"), "export default {");
    await until(() => watching.output().includes("error: config: loading"));
    writeFileSync(join(cwd, "tablewright.config.mjs"), config("three"));
    await until(() => existsSync(join(cwd, "three/index.ts")));
    expect(await watching.interrupt()).toBe(0);
  });

  test("asks a server's catalog at intervals, and outlives its absence", async () => {
    const database = await createPostgresDatabase({ script: "create table customer (id int primary key)" });
    onTestFinished(() => database.drop());
    const cwd = temporaryFolder();
    const args = ["generate", "--url", database.url, "--out", "out", "--watch", "--interval", "0.5"];
    const watching = await startWatching(args, { cwd });
    await until(() => existsSync(join(cwd, "out/tables/customer.ts")));
    await database.run("create table later (id int primary key)");
    await until(() => existsSync(join(cwd, "out/tables/later.ts")));
    expect(await watching.interrupt()).toBe(0);
    expect(watching.output()).not.toContain("error");
  });
});

interface Watching {
  readonly output: () => string;
  /** Ends it as Ctrl-C does, and gives its exit code. */
  readonly interrupt: () => Promise<number | null>;
}

async function startWatching(args: readonly string[], options: SpawnOptions): Promise<Watching> {
  const child: ChildProcessWithoutNullStreams = startCli(args, options);
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  await until(() => output.includes("watching for changes"));
  return {
    output: () => output,
    interrupt: async () => {
      const closed = once(child, "close");
      child.kill("SIGINT");
      const [code] = (await closed) as [number | null];
      return code;
    },
  };
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 30_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error("it did not happen in 30 seconds");
    await sleep(50);
  }
}
