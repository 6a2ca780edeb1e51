import { builtInNames, comingDialects } from "../src/dialect/built-in-dialects.js";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { findCycle } from "./support/structure/find-cycle.js";
import { generatedCodeMayImport, importRules, type ImportRule } from "./support/structure/import-rules.js";
import { listFiles } from "./support/structure/list-files.js";
import { loadSourceFile, type Import, type SourceFile } from "./support/structure/source-file.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = load("src");
const handWritten = [
  ...source,
  ...load("test"),
  ...load("bench"),
  ...load("generated-example").filter((file) => !isGenerated(file)),
];
const generated = load("generated-example").filter(isGenerated);
const engines = [...new Set(source.flatMap(({ path }) => /^src\/introspect\/([^/]+)\//.exec(path)?.[1] ?? []))];

describe("imports", () => {
  it.each(importRules)("of $files are those it may have", (rule) => {
    const files = source.filter((file) => ruleOf(file) === rule);
    expect(files, "a rule that no file needs is stale").not.toEqual([]);
    expect(files.flatMap((file) => strayImports(file, rule))).toEqual([]);
  });

  it("have a rule for every file", () => {
    expect(source.filter((file) => ruleOf(file) === undefined).map((file) => file.path)).toEqual([]);
  });

  it("name files that exist", () => {
    const known = new Set(source.map((file) => file.path));
    const missing = source.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => target.startsWith("src/") && !known.has(target))
        .map(({ target }) => `${path}: ${target}`),
    );
    expect(missing).toEqual([]);
  });

  // Types may refer to each other in a circle, as tables do; what runs may not, as it would depend on who is loaded first.
  it("form no circle at run time", () => {
    const graph = new Map(
      source.map(({ path, imports }) => [path, imports.filter(isLoaded).map(({ target }) => target)]),
    );
    expect(findCycle(graph)).toBeNull();
  });

  it("of generated code go through the versioned door", () => {
    // Besides its siblings and the modules that the sample's configuration names.
    const packages = generated.flatMap(({ imports }) => imports.filter(({ target }) => !isInExample(target)));
    expect(packages).not.toEqual([]);
    expect(packages.filter(({ target }) => !generatedCodeMayImport.test(target))).toEqual([]);
  });
});

describe("globals", () => {
  it.each(["console", "process"])("%s is the command line's alone", (name) => {
    const users = source.filter((file) => file.globals.has(name) && !file.path.startsWith("src/cli/"));
    expect(users.map((file) => file.path)).toEqual([]);
  });
});

describe("engines", () => {
  it("are those that are built", () => {
    expect(engines).toEqual(["mysql", "oracle", "postgresql", "sqlite", "sqlserver"]);
  });

  const coming = comingDialects.map(({ name }) => name);

  it("of which parts are missing can be named by no configuration", () => {
    expect(coming.filter((name) => builtInNames.includes(name))).toEqual([]);
  });

  it.each(engines.filter((engine) => !coming.includes(engine)))("%s has every part that an engine has", (engine) => {
    const paths = new Set(source.map((file) => file.path));
    expect(engineFiles(engine).filter((path) => !paths.has(path))).toEqual([]);
  });

  it.each(engines)("%s is named by no other part of the generator's core", (engine) => {
    const neutral = source.filter(({ path }) => /^src\/(lang|model|emit\/render|emit\/[^/]+\.ts$)/.test(path));
    const knowing = neutral.filter(({ imports }) => imports.some(({ target }) => target.includes(engine)));
    expect(knowing.map((file) => file.path)).toEqual([]);
  });
});

describe("sizes", () => {
  it("keep the file that knows all the stages small", () => {
    expect(source.find((file) => file.path === "src/generate.ts")?.lines).toBeLessThan(80);
  });

  it("keep files within their limit, tables of data without functions apart", () => {
    const long = handWritten.filter((file) => file.lines > 400 && file.functions.length > 0);
    expect(long.map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
    expect(median(source.map((file) => file.lines))).toBeLessThanOrEqual(90);
  });

  // The callbacks of tests are chapters and rows of tables, not functions that somebody calls.
  const called = handWritten.filter((file) => !file.path.endsWith(".test.ts"));

  it("keep functions within their limit", () => {
    expect(called.flatMap((file) => oversized(file, ({ lines }) => lines > 70))).toEqual([]);
    expect(median(source.flatMap((file) => file.functions.map(({ lines }) => lines)))).toBeLessThanOrEqual(10);
  });

  it("keep parameters few", () => {
    expect(called.flatMap((file) => oversized(file, ({ parameters }) => parameters > 4))).toEqual([]);
  });

  it("keep templates short", () => {
    const templates = listFiles(root, "src/templates", ".hbs").map((path) => ({ path, lines: countLines(path) }));
    expect(templates).not.toEqual([]);
    expect(templates.filter(({ lines }) => lines > 120)).toEqual([]);
    expect(median(templates.map(({ lines }) => lines))).toBeLessThanOrEqual(60);
  });
});

describe("names", () => {
  it("of files are in kebab case", () => {
    const odd = handWritten.filter(
      ({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|test-d|config))?\.ts$/.test(basename(path)),
    );
    expect(odd.map((file) => file.path)).toEqual([]);
  });

  it("say what is in a file or folder", () => {
    const drawers = handWritten.filter(({ path }) => /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.ts$)/.test(path));
    expect(drawers.map((file) => file.path)).toEqual([]);
  });

  it("of templates' folder hold templates alone", () => {
    expect(listFiles(root, "src/templates", "").filter((path) => !path.endsWith(".hbs"))).toEqual([]);
  });
});

function load(folder: string): readonly SourceFile[] {
  return listFiles(root, folder, ".ts").map((path) => loadSourceFile(root, path));
}

function isGenerated({ path }: SourceFile): boolean {
  return /^generated-example\/\w+\/generated\//.test(path);
}

function isInExample(target: string): boolean {
  return target.startsWith("generated-example/");
}

function ruleOf({ path }: SourceFile): ImportRule | undefined {
  return importRules.find(({ files }) => picomatch.isMatch(path, `src/${files}`));
}

function strayImports(file: SourceFile, rule: ImportRule): readonly string[] {
  return file.imports.filter((wanted) => !mayImport(file, rule, wanted)).map(({ target }) => `${file.path}: ${target}`);
}

function mayImport(file: SourceFile, rule: ImportRule, { target, typeOnly }: Import): boolean {
  if (!target.startsWith("src/")) return (rule.packages ?? []).some((glob) => picomatch.isMatch(target, glob));
  const globs = [...ownFolder(file, rule), ...rule.may, ...(typeOnly ? (rule.mayTypes ?? []) : [])];
  return globs.some((glob) => picomatch.isMatch(target, `src/${glob}`));
}

/** A file may always import its neighbours: those of its engine's folder, or else those that the same rule is for. */
function ownFolder({ path }: SourceFile, { files }: ImportRule): readonly string[] {
  const engine = /^src\/(introspect\/[^/]+)\//.exec(path)?.[1];
  if (engine !== undefined) return [`${engine}/**`];
  return [files, ...(files.startsWith("emit/render/") ? ["emit/render/**"] : [])];
}

/** Whether loading the importer loads the target at once, or may when it runs. */
function isLoaded({ target, typeOnly }: Import): boolean {
  return target.startsWith("src/") && !typeOnly;
}

function engineFiles(engine: string): readonly string[] {
  const parts = ["inspector", "connection", "queries", "rows", "translate", "column-type", "default"];
  return [
    ...parts.map((part) => `src/introspect/${engine}/${engine}-${part}.ts`),
    `src/runtime/dialect/${engine}-dialect.ts`,
    `src/runtime/driver/${engine}-executor.ts`,
    `src/runtime/codec/${engine}/${engine}-codecs.ts`,
    `src/runtime/codegen/v1/${engine}.ts`,
  ];
}

function oversized(file: SourceFile, isTooMuch: (size: SourceFile["functions"][number]) => boolean): readonly string[] {
  return file.functions
    .filter(isTooMuch)
    .map((size) => `${file.path}: ${size.name}, ${size.lines} lines, ${size.parameters} parameters`);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

function countLines(path: string): number {
  return readFileSync(`${root}/${path}`, "utf8").split("\n").length - 1;
}
