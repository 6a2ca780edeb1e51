import { isRecord } from "../lang/is-record.js";
import { builtInNames } from "./built-in-dialects.js";
import { dialectInterfaceVersion, type DialectPackage } from "./dialect-package.js";

/** What keeps a value from being a dialect's package; null where nothing does. */
export interface DialectProblem {
  /** Told after "it": `is no dialect`. */
  readonly reason: string;
  readonly hint: string;
}

/** Checks what a package exports as its dialect. Its parts are looked at by their kinds, so that what is missing is told here, and not by a later error. */
export function findDialectProblem(value: unknown): DialectProblem | null {
  if (!isRecord(value) || value["interfaceVersion"] === undefined)
    return { reason: "is no dialect", hint: "a dialect's package exports one by default: see docs/dialects.md" };
  const version = value["interfaceVersion"];
  if (version !== dialectInterfaceVersion) return otherVersion(version);
  const missing = requiredParts.find(([path, kind]) => !isOfKind(partOf(value, path), kind));
  if (missing !== undefined)
    return {
      reason: `is no whole dialect: its "${missing[0]}" is not ${missing[1]}`,
      hint: "tell the maker of the package",
    };
  return checkName(String(value["name"]));
}

export function isDialect(value: unknown): value is DialectPackage {
  return findDialectProblem(value) === null;
}

function otherVersion(version: unknown): DialectProblem {
  const isNewer = typeof version === "number" && version > dialectInterfaceVersion;
  return {
    reason: `is made for version ${String(version)} of the interface, and this is version ${dialectInterfaceVersion}`,
    hint: isNewer ? "update tablewright, or take an older version of the package" : "update the package",
  };
}

function checkName(name: string): DialectProblem | null {
  if (builtInNames.includes(name))
    return { reason: `calls itself "${name}", which is a built-in engine`, hint: "tell the maker of the package" };
  if (/^[a-z][a-z0-9]*$/.test(name)) return null;
  return {
    reason: "has a name that is not of letters and digits in lower case",
    hint: "tell the maker of the package",
  };
}

const requiredParts: readonly (readonly [path: string, kind: string])[] = [
  ["name", "a string"],
  ["title", "a string"],
  ["driver", "a string"],
  ["urls.schemes", "a list"],
  ["urls.form", "a string"],
  ["door.module", "a string"],
  ["door.open", "a string"],
  ["door.options", "a string"],
  ["missingCodecs", "an object"],
  ["emission", "an object"],
  ["emission.routines", "an object"],
  ["openInspector", "a function"],
];

function partOf(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), value);
}

function isOfKind(value: unknown, kind: string): boolean {
  if (kind === "a list") return Array.isArray(value);
  if (kind === "an object") return isRecord(value);
  return typeof value === (kind === "a string" ? "string" : "function");
}
