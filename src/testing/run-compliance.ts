import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ComplianceCase } from "./compliance-case.js";
import { complianceCases } from "./compliance-cases.js";
import { ComplianceContext } from "./compliance-context.js";
import type { ComplianceDialect } from "./compliance-dialect.js";
import { offReason } from "./off-reason.js";
import { addTestedPackage } from "./module/tested-packages.js";
import { openShop, type Shop } from "./module/shop.js";

/** What the suite needs of a test runner. */
export interface ComplianceRunner {
  /** Declares a test that fails when the promise is rejected. */
  readonly test: (name: string, run: () => Promise<void>) => void;
  /** Told of a case that does not run, and why. Default: nobody is. */
  readonly skip?: (name: string, reason: string) => void;
  /** Declares what is done when all tests have run. */
  readonly after: (run: () => Promise<void>) => void;
  /**
   * A folder for generated modules, made if need be, from which `tablewright` can be imported: one within the package that depends on it. What is made in it
   * is removed.
   */
  readonly folder: string;
  /** The cases to run. Default: all. */
  readonly cases?: readonly ComplianceCase[];
  /** Told of every case that has run, or does not. */
  readonly onResult?: (result: ComplianceResult) => void;
}

export interface ComplianceResult {
  readonly dialect: string;
  readonly name: string;
  /** `off` with the reason why the case does not run. */
  readonly outcome: "passed" | "failed" | { readonly off: string };
}

/** Declares a test for every case of the suite that a dialect has the capability for. */
export function runCompliance(dialect: ComplianceDialect, runner: ComplianceRunner): void {
  const { cases = complianceCases, onResult = () => undefined } = runner;
  if (dialect.package !== undefined) addTestedPackage(dialect.package);
  const run = new ComplianceRun(dialect, runner.folder);
  for (const testCase of cases) {
    const { name } = testCase;
    const off = offReason(dialect, testCase);
    if (off !== null) {
      runner.skip?.(name, off);
      onResult({ dialect: dialect.name, name, outcome: { off } });
      continue;
    }
    runner.test(name, async () => {
      try {
        await run.runCase(testCase);
        onResult({ dialect: dialect.name, name, outcome: "passed" });
      } catch (error) {
        onResult({ dialect: dialect.name, name, outcome: "failed" });
        throw error;
      }
    });
  }
  runner.after(() => run.end());
}

/** What the cases of one run share. */
class ComplianceRun {
  readonly #dialect: ComplianceDialect;
  readonly #parent: string;
  #folder: Promise<string> | undefined;
  #shop: Promise<Shop> | undefined;

  constructor(dialect: ComplianceDialect, parent: string) {
    this.#dialect = dialect;
    this.#parent = parent;
  }

  async runCase(testCase: ComplianceCase): Promise<void> {
    const folder = await (this.#folder ??= makeFolder(this.#parent));
    const shop = (): Promise<Shop> => (this.#shop ??= openShop(this.#dialect, folder));
    const context = new ComplianceContext({ dialect: this.#dialect, folder, shop }, testCase);
    try {
      await testCase.run(context);
    } finally {
      await context.end();
    }
  }

  async end(): Promise<void> {
    // A shop that could not be opened failed its cases already.
    const shop = await this.#shop?.catch(() => undefined);
    await shop?.drop();
    if (this.#folder !== undefined) await rm(await this.#folder, { recursive: true, force: true });
  }
}

async function makeFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, "compliance-"));
}
