import { describe, expect, test } from "vitest";
import { loadDialect } from "../../src/config/load-dialect.js";
import { dialectInterfaceVersion, isDialectPackage, type DialectPackage } from "../../src/dialect/dialect-package.js";
import { sqliteTraits } from "../../src/dialect/built-in/sqlite-traits.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const dialect: DialectPackage = {
  ...sqliteTraits,
  interfaceVersion: dialectInterfaceVersion,
  name: "moonbase",
  title: "Moonbase",
  openInspector: () => Promise.reject(new Error("it is not opened here")),
};

/** A project with one installed package whose module has this text. */
function projectWith(text: string, condition = "default"): string {
  const manifest = { name: "moon", type: "module", exports: { ".": { [condition]: "./index.js" } } };
  return temporaryFolder({
    "node_modules/moon/package.json": JSON.stringify(manifest),
    "node_modules/moon/index.js": text,
  });
}

const whole = `const routines = {};
export default { interfaceVersion: 1, name: "moon", title: "Moon", driver: "moon-driver", urls: { schemes: ["moon"], form: "moon://host", file: null, family: null },
  door: { module: "moon/codegen", open: "openMoon", options: "MoonOptions" }, missingCodecs: {}, emission: { routines }, openInspector: async () => {} };`;

describe("a dialect", () => {
  test("may be a built-in engine's name", async () => {
    expect(await loadDialect("sqlite", "/")).toBe(sqliteTraits);
    expect(isDialectPackage(sqliteTraits)).toBe(false);
  });

  test("may be what a package exports", async () => {
    expect(await loadDialect(dialect, "/")).toBe(dialect);
  });

  test.each(["default", "import", "node"])("may be a package's name, with the condition %s", async (condition) => {
    const loaded = await loadDialect("moon", projectWith(whole, condition));
    expect(loaded).toMatchObject({ name: "moon", title: "Moon" });
    expect(isDialectPackage(loaded)).toBe(true);
  });

  test.each([
    ["moon", 'dialect: loading "moon": there is no such engine, and no package of that name', /npm install moon/],
    ["postgres", 'no package of that name; did you mean "postgresql"?', /postgresql/],
  ])("%s that is not installed is told with the way out", async (name, message, hint) => {
    await expect(loadDialect(name, temporaryFolder({}))).rejects.toMatchObject({
      kind: "config",
      message: expect.stringContaining(message) as string,
      hint: expect.stringMatching(hint) as string,
    });
  });

  test.each([
    ["export const other = 1;", "it is no dialect", "docs/dialects.md"],
    ["export default function () {}", "it is no dialect", "docs/dialects.md"],
    [
      whole.replace("interfaceVersion: 1", "interfaceVersion: 2"),
      "it is made for version 2 of the interface",
      "update tablewright",
    ],
    [
      whole.replace("interfaceVersion: 1", "interfaceVersion: 0"),
      "it is made for version 0 of the interface",
      "update the package",
    ],
    [whole.replace("openInspector", "open"), 'it is no whole dialect: its "openInspector" is not a function', "maker"],
    [whole.replace('name: "moon"', 'name: "sqlite"'), 'it calls itself "sqlite", which is a built-in engine', "maker"],
    [whole.replace('name: "moon"', 'name: "Moon Base"'), "it has a name that is not of letters and digits", "maker"],
    ['throw new Error("no moon today");', "no moon today", ""],
    ['import "moon-driver";', "Cannot find", ""],
  ])("a package with the text %s is refused", async (text, message, hint) => {
    const error: unknown = await loadDialect("moon", projectWith(text)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: "config", message: expect.stringContaining(message) as string });
    expect((error as { readonly hint: string | null }).hint ?? "").toContain(hint);
    expect((error as Error).message).toContain('dialect: loading the package "moon"');
  });
});
