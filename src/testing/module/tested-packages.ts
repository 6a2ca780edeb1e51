import { requireBuiltIn } from "../../dialect/built-in-dialects.js";
import type { DialectPackage } from "../../dialect/dialect-package.js";
import type { DialectTraits } from "../../dialect/dialect-traits.js";

/** A dialect's package under test. */
export interface TestedPackage {
  /** What configurations call it: `tablewright-duckdb`. It must be found from the runner's folder. */
  readonly module: string;
  readonly dialect: DialectPackage;
}

const packages = new Map<string, TestedPackage>();

/** From now on the cases find the dialect by its engine, as models name it. */
export function addTestedPackage(tested: TestedPackage): void {
  packages.set(tested.dialect.name, tested);
}

/** The dialect of an engine: of a package under test, or built in. */
export function testedDialect(engine: string): DialectTraits {
  return packages.get(engine)?.dialect ?? requireBuiltIn(engine);
}

/** What the configuration of a database of the engine has to state. */
export function testedChoice(engine: string): { readonly dialect?: string } {
  const tested = packages.get(engine);
  return tested === undefined ? {} : { dialect: tested.module };
}
