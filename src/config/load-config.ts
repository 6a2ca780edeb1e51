import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "../diagnostics.js";
import { isRecord } from "../lang/is-record.js";
import { suggestion } from "../lang/nearest-name.js";
import { checkShape } from "./check-shape.js";
import { configShape } from "./config-shape.js";
import type { Config } from "./config.js";

/** A configuration and the folder that its relative paths start from. */
export interface LoadedConfig {
  readonly config: Config;
  readonly file: string;
  readonly directory: string;
}

/** The names that are looked for, in this order, in the working directory only: a configuration further up is another project's. */
export const configNames = ["ts", "mts", "js", "mjs", "json"].map((suffix) => `tablewright.config.${suffix}`);

/** The configuration's file in a folder; null where there is none. Several are a `Failure`: one of them would be silently ignored. */
export function findConfig(directory: string): string | null {
  const found = configNames.filter((name) => existsSync(join(directory, name)));
  if (found.length > 1)
    throw new Failure("config", `config: choosing a file: ${found.join(" and ")} are both there`, {
      hint: "keep one, or name it with --config",
    });
  return found[0] === undefined ? null : join(directory, found[0]);
}

/** Loads and checks a configuration. */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  if (!existsSync(file)) throw new Failure("config", `config: loading "${file}": there is no such file`);
  return toLoadedConfig(await loadValue(file), file);
}

/** Checks a configuration that did not come from a file of its own; `file` only names it in messages and gives the folder. */
export function toLoadedConfig(value: unknown, file: string): LoadedConfig {
  const problem = checkShape(value, configShape, "") ?? (isConfig(value) ? checkNames(value) : null);
  if (problem !== null || !isConfig(value))
    throw new Failure("config", `config: reading "${basename(file)}": ${problem ?? "it holds no configuration"}`);
  return { config: value, file, directory: dirname(resolve(file)) };
}

/** By its shape, which is checked before. */
function isConfig(value: unknown): value is Config {
  return isRecord(value) && isRecord(value["databases"]);
}

function checkNames(config: Config): string | null {
  const names = Object.keys(config.databases);
  if (names.length === 0) return '"databases" names none';
  if (names.includes("")) return '"databases" holds an empty name';
  const unknown = config.only?.find((name) => !names.includes(name));
  return unknown === undefined
    ? null
    : `"only" names the database "${unknown}", which is not there${suggestion(unknown, names)}`;
}

async function loadValue(file: string): Promise<unknown> {
  const isJson = file.endsWith(".json");
  try {
    return isJson ? parseJson(readFileSync(file, "utf8")) : await importFile(file);
  } catch (error) {
    throw new Failure(
      "config",
      `config: loading "${basename(file)}": ${reasonWithoutText(error)}`,
      isJson ? {} : { cause: error },
    );
  }
}

/** On one line, and without the excerpt of the file that V8 puts into the errors of JSON: it may hold a secret. */
function reasonWithoutText(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return reason
    .replace(/, ?(\.{3})?".*" is not valid JSON$/s, " in JSON")
    .replaceAll(/\s*\n\s*/g, " at ")
    .trim();
}

/** `$schema` is for editors. */
function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "$schema"));
}

/**
 * Node 20 cannot import TypeScript, so jiti does. The package's own name leads to the version that is running, so that a configuration loads with npx
 * too, where nothing is installed beside it. Nothing is cached, as Node itself would: `--watch` loads the file again.
 */
async function importFile(file: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const jiti = createJiti(file, {
    moduleCache: false,
    fsCache: false,
    interopDefault: false,
    tryNative: false,
    alias: { tablewright: ownEntry() },
  });
  const text = readFileSync(file, "utf8");
  const loaded: unknown = await jiti.evalModule(text, {
    id: file,
    filename: file,
    ext: extname(file),
    async: true,
    forceTranspile: true,
  });
  // A CommonJS file's exports are the configuration itself.
  if (!isRecord(loaded) || loaded["__esModule"] !== true) return loaded;
  if (loaded["default"] === undefined) throw new Error("it has no default export");
  return loaded["default"];
}

/** The folder of the entry, whose index file the loader finds as .js or, from source, as .ts. */
function ownEntry(): string {
  return fileURLToPath(new URL("../index", import.meta.url));
}
