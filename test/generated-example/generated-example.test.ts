import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  compilers,
  makeWorkFolder,
  removeWorkFolder,
  runNode,
  runTablewright,
  type Finished,
} from "../support/compile-module.js";
import { loadMysqlScript } from "../support/load-mysql-script.js";
import { createMariadbDatabase, hasMariadbServer } from "../support/mariadb-database.js";
import { createPostgresDatabase } from "../support/postgres-database.js";
import { listFiles } from "../support/structure/list-files.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const example = join(root, "generated-example");

/** A database made by the sample's schema, empty: what its program is given, and how to be rid of it. */
interface Sample {
  readonly argument: string;
  drop(): Promise<void>;
}

const makers: Readonly<Record<string, (folder: string, schema: string) => Promise<Sample>>> = {
  sqlite: async (folder, schema) => {
    const file = join(folder, "library.db");
    const database = new Database(file);
    database.exec(schema);
    database.close();
    return { argument: file, drop: async () => {} };
  },
  postgresql: async (_folder, schema) => {
    const database = await createPostgresDatabase({ script: schema });
    return { argument: database.url, drop: () => database.drop() };
  },
  ...(hasMariadbServer() && {
    mariadb: async (_folder: string, schema: string) => {
      const database = await createMariadbDatabase();
      await loadMysqlScript(database.url, schema);
      return { argument: database.url, drop: () => database.drop() };
    },
  }),
};

describe.each(Object.entries(makers))("the sample on %s", (engine, makeSample) => {
  let folder: string;
  let sample: Sample;

  beforeAll(async () => {
    folder = await makeWorkFolder("example");
    for (const part of ["library", engine, "tsconfig.strict.json"])
      await cp(join(example, part), join(folder, part), { recursive: true });
    sample = await makeSample(folder, await readFile(join(example, engine, "schema.sql"), "utf8"));
  });

  afterAll(async () => {
    await sample.drop();
    await removeWorkFolder(folder);
  });

  it("has a module that is what the generator writes now", async () => {
    process.env["LIBRARY_URL"] = sample.argument;
    const finished = await runTablewright(["generate"], join(folder, engine));
    expect(finished).toMatchObject({ code: 0 });
    expect(await loadFolder(folder, `${engine}/generated`)).toEqual(await loadFolder(example, `${engine}/generated`));
  });

  it.each(["5.9", "7"] as const)("compiles by TypeScript %s", async (compiler) => {
    const emit = compiler === "5.9" ? [] : ["--noEmit"];
    const { code, output } = await runNode([join(root, compilers[compiler]), "-p", engine, ...emit], folder);
    expect({ code, output }).toEqual({ code: 0, output: "" });
  });

  it("prints what it should, the first time and again", async () => {
    const expected = await expectedOutput(engine);
    for (let run = 0; run < 2; run += 1) {
      expect(await runProgram(folder, engine, sample)).toEqual({ code: 0, output: expected, errors: "" });
    }
  });
});

function runProgram(folder: string, engine: string, sample: Sample): Promise<Finished> {
  return runNode([join(folder, "dist", engine, "run.js"), sample.argument], folder);
}

/** The tour prints the same on every engine; a server's program goes on with what it alone has. */
async function expectedOutput(engine: string): Promise<string> {
  const tour = await readFile(join(example, "library", "output.txt"), "utf8");
  return engine !== "sqlite" ? tour + (await readFile(join(example, engine, "output.txt"), "utf8")) : tour;
}

async function loadFolder(base: string, folder: string): Promise<Readonly<Record<string, string>>> {
  const files = listFiles(base, folder, "");
  const texts = await Promise.all(files.map((file) => readFile(join(base, file), "utf8")));
  return Object.fromEntries(files.map((file, index) => [file, texts[index] ?? ""]));
}
