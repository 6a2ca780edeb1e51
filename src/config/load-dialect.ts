import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { builtInNames, findBuiltIn } from "../dialect/built-in-dialects.js";
import { findDialectProblem, isDialect } from "../dialect/check-dialect.js";
import type { DialectPackage } from "../dialect/dialect-package.js";
import type { DialectTraits } from "../dialect/dialect-traits.js";
import { Failure } from "../diagnostics.js";
import { isRecord } from "../lang/is-record.js";
import { suggestion } from "../lang/nearest-name.js";
import { reasonOf } from "../lang/reason-of.js";

/** A dialect as a configuration states it: a built-in engine's name, the name of a package, or what such a package exports. */
export type DialectChoice = string | DialectPackage;

/** Finds a built-in dialect, or loads a package's, which is looked for from a folder upwards. */
export async function loadDialect(choice: DialectChoice, directory: string): Promise<DialectTraits> {
  if (typeof choice !== "string") return checked(choice, "the dialect of the configuration", "");
  const builtIn = findBuiltIn(choice);
  if (builtIn !== null) return builtIn;
  const guess = suggestion(choice, builtInNames);
  const loaded = await importPackage(choice, directory, guess);
  return checked(isRecord(loaded) ? loaded["default"] : undefined, `the package "${choice}"`, guess);
}

function checked(value: unknown, subject: string, guess: string): DialectPackage {
  if (isDialect(value)) return value;
  const { reason, hint } = findDialectProblem(value) ?? { reason: "is no dialect", hint: "" };
  throw new Failure("config", `dialect: loading ${subject}: it ${reason}${guess}`, { hint });
}

async function importPackage(name: string, directory: string, guess: string): Promise<unknown> {
  const file = await resolvePackage(name, directory);
  if (file === undefined) {
    throw new Failure(
      "config",
      `dialect: loading "${name}": there is no such engine, and no package of that name${guess}`,
      {
        hint: `built in are ${builtInNames.join(", ")}; for another: npm install ${name}`,
      },
    );
  }
  try {
    return await import(file);
  } catch (error) {
    throw new Failure("config", `dialect: loading the package "${name}": ${reasonOf(error)}`, { cause: error });
  }
}

/** By the rules of `import`, from a folder that is not this program's. */
async function resolvePackage(name: string, directory: string): Promise<string | undefined> {
  const { createJiti } = await import("jiti");
  const from = pathToFileURL(join(directory, "tablewright.config.mjs")).href;
  const found = createJiti(from).esmResolve(name, { parentURL: from, try: true });
  return found === undefined ? undefined : found.startsWith("file:") ? found : pathToFileURL(found).href;
}
