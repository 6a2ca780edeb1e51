import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../diagnostics.js";
import { isRecord } from "../../lang/is-record.js";
import { reasonOf } from "../../lang/reason-of.js";

/** A project's package.json. */
export interface PackageFile {
  readonly file: string;
  readonly text: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Loads the package.json of a folder; null where there is none. */
export function loadPackage(directory: string): PackageFile | null {
  const file = join(directory, "package.json");
  if (!existsSync(file)) return null;
  try {
    const text = readFileSync(file, "utf8");
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return { file, text, value };
    throw new Error("it holds no object");
  } catch (error) {
    throw new Failure("config", `init: loading "${file}": ${reasonOf(error)}`, { cause: error });
  }
}

/** Whether a project asks for a package, for whatever use. */
export function dependsOn(manifest: PackageFile | null, name: string): boolean {
  const lists = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
  return lists.some((list) => {
    const packages = manifest?.value[list];
    return isRecord(packages) && Object.hasOwn(packages, name);
  });
}
