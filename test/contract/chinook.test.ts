import Database from "better-sqlite3";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileFolder, makeWorkFolder, removeWorkFolder, runNode, runTablewright } from "../support/compile-module.js";
import { loadMysqlScript } from "../support/load-mysql-script.js";
import { createMariadbDatabase, hasMariadbServer } from "../support/mariadb-database.js";
import { createPostgresDatabase } from "../support/postgres-database.js";
import { loadSharedSchema, sharedSchemaPath } from "../support/shared-schemas.js";

const program = fileURLToPath(new URL("chinook-program.ts", import.meta.url));
const there = (["sqlite", "postgres", "mysql"] as const).every(
  (engine) => sharedSchemaPath(`${engine}/chinook`) !== null,
);

interface Chinook {
  readonly url: string;
  /** What `connect()` is given. */
  readonly options: Readonly<Record<string, string>>;
  readonly drop: () => Promise<void>;
}

const makers: Readonly<Record<string, (folder: string) => Promise<Chinook>>> = {
  sqlite: async (folder) => {
    const file = join(folder, "chinook.db");
    const sqlite = new Database(file);
    sqlite.exec(await loadSharedSchema("sqlite/chinook"));
    sqlite.close();
    return { url: `sqlite:${file}`, options: { file }, drop: () => Promise.resolve() };
  },
  postgresql: async () => {
    const database = await createPostgresDatabase({ script: await loadSharedSchema("postgres/chinook") });
    return { url: database.url, options: { connectionString: database.url }, drop: () => database.drop() };
  },
  ...(hasMariadbServer() && {
    mariadb: async () => {
      const database = await createMariadbDatabase();
      await loadMysqlScript(database.url, await loadSharedSchema("mysql/chinook"));
      return { url: database.url, options: { uri: database.url }, drop: () => database.drop() };
    },
  }),
};
const engines = Object.keys(makers);

describe.skipIf(!there)("one program, compiled against the modules of Chinook on each engine", () => {
  const folders: Record<string, string> = {};
  const databases: Chinook[] = [];

  beforeAll(async () => {
    for (const [engine, make] of Object.entries(makers)) {
      const folder = (folders[engine] = await makeWorkFolder(`contract-${engine}`));
      const database = await make(folder);
      databases.push(database);
      await makeProject(folder, database.url, JSON.stringify(database.options));
    }
  });

  afterAll(async () => {
    await Promise.all(databases.map((database) => database.drop()));
    await Promise.all(Object.values(folders).map(removeWorkFolder));
  });

  it.each(engines)("compiles under every strict setting with TypeScript 7 on %s", async (engine) => {
    expect(await compileFolder(folderOf(engine), { compiler: "7" })).toMatchObject({ output: "", code: 0 });
  });

  it("prints the same on every engine", async () => {
    const sqlite = await runProgram(folderOf("sqlite"));
    for (const engine of engines.slice(1)) expect(await runProgram(folderOf(engine)), engine).toBe(sqlite);
    expect(sqlite.split("\n").length).toBeGreaterThan(60);
  });

  function folderOf(engine: string): string {
    const folder = folders[engine];
    if (folder === undefined) throw new Error(`no project for ${engine}`);
    return folder;
  }
});

/** Generates the module and puts the program and a main file beside it. */
async function makeProject(folder: string, url: string, options: string): Promise<void> {
  const args = ["generate", "--url", url, "--out", join(folder, "chinook"), "--name", "chinook"];
  expect(await runTablewright(args, folder)).toMatchObject({ code: 0, errors: "" });
  await copyFile(program, join(folder, "chinook-program.ts"));
  await writeFile(join(folder, "main.ts"), mainFile(options));
}

function mainFile(options: string): string {
  return `import { connect } from "./chinook/index.js";
import { runProgram } from "./chinook-program.js";

await using db = await connect(${options});
const exact = (_: string, value: unknown): unknown => (typeof value === "bigint" ? \`\${value}n\` : value === undefined ? "undefined" : value);
await runProgram(db, (label, value) => console.log(\`\${label}: \${JSON.stringify(value, exact)}\`));
`;
}

/** Compiles with TypeScript 5.9 and runs what came out. */
async function runProgram(folder: string): Promise<string> {
  expect(await compileFolder(folder, { compiler: "5.9", emit: true })).toMatchObject({ output: "", code: 0 });
  const { code, output, errors } = await runNode([join(folder, "js/main.js")], folder);
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  return output;
}
