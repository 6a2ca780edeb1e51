import { writeFileSync } from "node:fs";
import { Failure } from "../../diagnostics.js";
import { isRecord } from "../../lang/is-record.js";
import { reasonOf } from "../../lang/reason-of.js";
import type { PackageFile } from "./load-package.js";

const scripts: Readonly<Record<string, string>> = {
  prebuild: "tablewright generate",
  generate: "tablewright generate",
  check: "tablewright check",
};

/** Adds the scripts whose names are free, leaving the file's indentation and everything else as it is. */
export function addScripts({ file, text, value }: PackageFile): {
  readonly added: readonly string[];
  readonly taken: readonly string[];
} {
  const present = isRecord(value["scripts"]) ? value["scripts"] : {};
  const added = Object.keys(scripts).filter((name) => !Object.hasOwn(present, name));
  const taken = Object.keys(scripts).filter((name) => Object.hasOwn(present, name) && present[name] !== scripts[name]);
  if (added.length === 0) return { added, taken };
  const all = { ...present, ...Object.fromEntries(added.map((name) => [name, scripts[name]])) };
  const end = /\r?\n$/.exec(text)?.[0] ?? "";
  write(file, JSON.stringify({ ...value, scripts: all }, null, indentationOf(text)) + end);
  return { added, taken };
}

function indentationOf(text: string): string {
  return /^\{\r?\n([ \t]+)/.exec(text)?.[1] ?? "  ";
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new Failure("output", `init: writing "${file}": ${reasonOf(error)}`, { cause: error });
  }
}
