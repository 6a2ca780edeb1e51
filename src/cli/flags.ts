import { Failure } from "../diagnostics.js";
import { builtInDialects, builtInNames } from "../dialect/built-in-dialects.js";
import { suggestion } from "../lang/nearest-name.js";

interface FlagSpec {
  readonly kind: "boolean" | "text" | "list" | "number";
  readonly group: string;
  readonly describe: string;
  readonly alias?: string;
  readonly choices?: readonly string[];
}

const what = "What is read:";
const output = "What is written:";
const run = "How it runs:";

/** Every flag there is; each command takes some of them. */
export const flagSpecs = {
  config: {
    kind: "text",
    group: what,
    describe: "the configuration file (default: tablewright.config.* in this folder)",
  },
  database: { kind: "list", group: what, describe: "only these databases of the configuration" },
  url: {
    kind: "text",
    group: what,
    describe: `a database that no configuration names: ${builtInDialects.map(({ urls }) => urls.form).join(", ")}`,
  },
  dialect: {
    kind: "text",
    group: what,
    describe: `the engine, where the URL does not tell: ${builtInNames.join(", ")}, or the package of another dialect`,
  },
  name: {
    kind: "text",
    group: what,
    describe: "with --url: the name of the module's class (default: the database's own name)",
  },
  from: { kind: "text", group: what, describe: "read this snapshot in place of the database" },
  schemas: { kind: "list", group: what, alias: "schema", describe: "only these schemas" },
  include: { kind: "list", group: what, describe: "only tables and columns that match these globs" },
  exclude: { kind: "list", group: what, describe: "no tables and columns that match these globs" },
  timeout: {
    kind: "number",
    group: what,
    describe: "milliseconds that one catalog statement may take (default: 60000)",
  },
  table: { kind: "text", group: what, describe: "show this table or view in full" },
  out: { kind: "text", group: output, describe: "the folder of the generated module" },
  snapshot: {
    kind: "text",
    group: output,
    describe: "where the snapshot is kept (default: schema.json in the module)",
  },
  templates: { kind: "text", group: output, describe: "a folder of templates that replace built-in ones" },
  "import-suffix": {
    kind: "text",
    group: output,
    choices: [".js", ".ts"],
    describe: "how generated files name each other (default: .js)",
  },
  format: { kind: "boolean", group: output, describe: "format written files by your Prettier configuration" },
  verify: { kind: "boolean", group: output, describe: "type-check the module before it is written" },
  "respect-privileges": {
    kind: "boolean",
    group: output,
    describe: "leave out what the connecting role may not do",
  },
  force: { kind: "boolean", group: output, describe: "replace a configuration that is there" },
  strict: { kind: "boolean", group: run, describe: "fail where there are warnings" },
  "dry-run": { kind: "boolean", group: run, describe: "write nothing, but say what would be written" },
  watch: { kind: "boolean", group: run, describe: "stay, and generate again after each change" },
  interval: {
    kind: "number",
    group: run,
    describe: "with --watch: seconds between two looks at a live catalog (default: 5)",
  },
  json: { kind: "boolean", group: run, describe: "results as JSON" },
  quiet: { kind: "boolean", group: run, alias: "q", describe: "say only what is wrong" },
  verbose: { kind: "boolean", group: run, describe: "show the causes and stacks of errors" },
} as const satisfies Readonly<Record<string, FlagSpec>>;

export type FlagName = keyof typeof flagSpecs;

/** The flags that were given. */
export type Flags = { readonly [Name in FlagName]?: FlagValue<(typeof flagSpecs)[Name]["kind"]> | undefined };

type FlagValue<Kind> = Kind extends "boolean"
  ? boolean
  : Kind extends "list"
    ? readonly string[]
    : Kind extends "number"
      ? number
      : string;

/** Checks what yargs made of a command's flags: unknown ones, ones given twice, ones without a value. */
export function toFlags(argv: Readonly<Record<string, unknown>>, names: readonly FlagName[]): Flags {
  const given = Object.entries(argv).filter(([key, value]) => key !== "_" && key !== "$0" && value !== undefined);
  const aliases = names.flatMap((name) => aliasesOf(name));
  const unknown = given.find(([key]) => !isOneOf(names, key) && !aliases.includes(key));
  if (unknown !== undefined) throw unknownFlag(unknown[0], names);
  const flags = given.flatMap(([key, value]) => (isOneOf(names, key) ? [[key, toFlag(key, value)]] : []));
  return Object.fromEntries(flags) as Flags;
}

export function aliasesOf(name: FlagName): readonly string[] {
  const spec: FlagSpec = flagSpecs[name];
  return spec.alias === undefined ? [] : [spec.alias];
}

function isOneOf(names: readonly FlagName[], key: string): key is FlagName {
  return names.some((name) => name === key);
}

function unknownFlag(key: string, names: readonly FlagName[]): Failure {
  const spelt = key.length === 1 ? `-${key}` : `--${key}`;
  const near = suggestion(key, [...names, "help", "version"]).replace(/"(.+)"/, '"--$1"');
  return new Failure("usage", `flags: reading "${spelt}": the command has no such flag${near}`);
}

function toFlag(name: FlagName, value: unknown): string | boolean | number | readonly string[] {
  const spec: FlagSpec = flagSpecs[name];
  const reject = (reason: string): Failure => new Failure("usage", `flags: reading "--${name}": ${reason}`);
  switch (spec.kind) {
    case "boolean":
      if (typeof value === "boolean") return value;
      throw reject("it is given twice");
    case "list":
      if (isTexts(value)) return value;
      throw reject("a value is missing");
    case "number":
      if (typeof value === "number" && value > 0 && Number.isFinite(value)) return value;
      throw reject("it must be a number above 0");
    case "text":
      if (typeof value === "string" && value !== "") return checkChoice(value, spec.choices, reject);
      throw reject(Array.isArray(value) ? "it is given twice" : "a value is missing");
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string" && one !== "");
}

function checkChoice(
  value: string,
  choices: readonly string[] | undefined,
  reject: (reason: string) => Failure,
): string {
  if (choices === undefined || choices.includes(value)) return value;
  throw reject(
    `it must be ${choices.map((one) => `"${one}"`).join(" or ")}, not "${value}"${suggestion(value, choices)}`,
  );
}
