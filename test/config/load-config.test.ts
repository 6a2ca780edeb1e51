import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findConfig, loadConfig } from "../../src/config/load-config.js";
import { Failure } from "../../src/diagnostics.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const inTypescript = `
  import { join } from "node:path";
  import { defineConfig, env, type EnvReference } from "tablewright";
  const connection: EnvReference = env("DATABASE_URL");
  export default defineConfig({ databases: { chinook: { connection, out: join("src", "chinook") } } });
`;

const inJson = JSON.stringify({
  $schema: "x",
  databases: { chinook: { connection: { env: "DATABASE_URL" }, out: "src/chinook" } },
});

async function messageOf(file: string, text: string): Promise<string> {
  const error: unknown = await loadConfig(join(temporaryFolder({ [file]: text }), file)).catch(
    (caught: unknown) => caught,
  );
  if (!(error instanceof Failure)) throw new Error(`no failure, but ${String(error)}`);
  expect(error.kind).toBe("config");
  return error.message;
}

const inObject = (body: string): Promise<string> => messageOf("tablewright.config.mjs", `export default ${body}`);

describe("a configuration file", () => {
  test.each([
    ["tablewright.config.ts", inTypescript],
    ["tablewright.config.mts", inTypescript],
    ["tablewright.config.mjs", inTypescript.replace(", type EnvReference", "").replace(": EnvReference", "")],
    ["tablewright.config.js", inTypescript.replace(", type EnvReference", "").replace(": EnvReference", "")],
    ["tablewright.config.json", inJson],
    [
      "tablewright.config.js",
      `const { join } = require("node:path"); module.exports = { databases: { chinook: { connection: { env: "DATABASE_URL" }, out: join("src", "chinook") } } };`,
    ],
  ])("is loaded from %s", async (file, text) => {
    const folder = temporaryFolder({ [file]: text });
    const loaded = await loadConfig(join(folder, file));
    expect(loaded.directory).toBe(folder);
    expect(loaded.config).toEqual({
      databases: { chinook: { connection: { env: "DATABASE_URL" }, out: join("src", "chinook") } },
    });
  });

  test.each(["ts", "mjs", "js", "json"])("is loaded anew each time from .%s, for --watch", async (suffix) => {
    const text = (name: string): string => {
      const object = JSON.stringify({ databases: { [name]: { out: "out" } } });
      return suffix === "json" ? object : `export default ${object};`;
    };
    const file = join(temporaryFolder(), `tablewright.config.${suffix}`);
    for (const name of ["before", "after"]) {
      writeFileSync(file, text(name));
      expect(Object.keys((await loadConfig(file)).config.databases)).toEqual([name]);
    }
  });

  test("is looked for in one folder only, and may be there only once", () => {
    const folder = temporaryFolder({
      "tablewright.config.ts": "",
      "below/x": "",
      "two/tablewright.config.ts": "",
      "two/tablewright.config.json": "",
    });
    expect(findConfig(folder)).toBe(join(folder, "tablewright.config.ts"));
    expect(findConfig(join(folder, "below"))).toBeNull();
    expect(() => findConfig(join(folder, "two"))).toThrow(
      "tablewright.config.ts and tablewright.config.json are both there",
    );
  });

  test("that cannot be parsed is a failure that names it", async () => {
    expect(await messageOf("tablewright.config.json", "{")).toContain('config: loading "tablewright.config.json"');
    const bare = await messageOf("tablewright.config.json", '{"databases": {"a": {"password": s3cr3t');
    expect(bare).toBe("config: loading \"tablewright.config.json\": Unexpected token 's' in JSON");
    expect(await messageOf("tablewright.config.ts", "export default {\n\n")).not.toContain("\n");
    expect(await messageOf("tablewright.config.ts", "export default {")).toContain(
      'config: loading "tablewright.config.ts"',
    );
    expect(await messageOf("tablewright.config.ts", "export const config = {};")).toContain("it has no default export");
  });
});

describe("an unknown key", () => {
  test("is named with its path and the nearest key", async () => {
    expect(await inObject(`{ databses: {} }`)).toContain('unknown key "databses"; did you mean "databases"?');
    expect(await inObject(`{ databases: { a: { outt: "x" } } }`)).toContain(
      'unknown key "databases.a.outt"; did you mean "out"?',
    );
    expect(await inObject(`{ databases: { a: { out: "x", import_suffix: ".js" } } }`)).toContain(
      'did you mean "importSuffix"?',
    );
    expect(await inObject(`{ databases: { a: { out: "x", zzz: 1 } } }`)).toMatch(/unknown key "databases.a.zzz"$/);
  });
});

describe("a wrong value", () => {
  test.each([
    ["[]", "the configuration must be an object, not a list"],
    ["{ databases: [] }", '"databases" must be an object, not a list'],
    ["{ databases: {} }", '"databases" names none'],
    ["{ databases: { a: {} } }", 'the key "databases.a.out" is missing'],
    ["{ databases: { a: { out: 1 } } }", '"databases.a.out" must be a string that is not empty, not a number'],
    ["{ databases: { a: { out: '' } } }", '"databases.a.out" must be a string that is not empty, not an empty string'],
    ["{ databases: { a: { out: 'x', include: 'y' } } }", '"databases.a.include" must be a list, not a string'],
    [
      "{ databases: { a: { out: 'x', include: ['y', 2] } } }",
      '"databases.a.include[1]" must be a string that is not empty, not a number',
    ],
    ["{ databases: { a: { out: 'x', strict: 'yes' } } }", '"databases.a.strict" must be true or false, not a string'],
    [
      "{ databases: { a: { out: 'x', timeoutMs: 0 } } }",
      '"databases.a.timeoutMs" must be a number above 0, not a number',
    ],
    [
      "{ databases: { a: { out: 'x', dialect: 7 } } }",
      "\"databases.a.dialect\" must be an engine's name, the name of a dialect's package, or the dialect that a package exports, not a number",
    ],
    [
      "{ databases: { a: { out: 'x', connection: 7 } } }",
      '"databases.a.connection" must be a URL, the driver\'s own options, env(…), or a function',
    ],
    ["{ databases: { a: { out: 'x' } }, only: ['b'] }", '"only" names the database "b", which is not there'],
  ])("%s", async (body, message) => {
    expect(await inObject(body)).toContain(message);
  });
});
