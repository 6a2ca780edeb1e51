import type { DatabaseSettings } from "../config/database-settings.js";
import type { Diagnostic } from "../diagnostics.js";
import type { FileDifference } from "../emit/compare-files.js";
import { generateModule } from "../generate.js";
import type { DatabaseModel } from "../model/database-model.js";
import type { Change } from "../model/diff-models.js";
import { changesSince } from "./changes-since.js";
import { compareModule, differencesOf } from "./compare-module.js";
import { forEachDatabase } from "./for-each-database.js";
import { isRefused } from "./is-refused.js";
import type { RunContext } from "./run-context.js";

/** How far one database's module is from what would be generated now. */
export interface CheckReport {
  readonly name: string;
  readonly out: string;
  readonly model: DatabaseModel;
  readonly diagnostics: readonly Diagnostic[];
  readonly statements: number;
  /** Empty where the module is up to date. */
  readonly differences: readonly FileDifference[];
  /** What changed in the database since the snapshot was made; empty where there is no snapshot. */
  readonly changes: readonly Change[];
  /** Whether a warning fails the run, which is `strict`. */
  readonly refused: boolean;
}

/** Generates the modules of all databases in memory and compares them with the disk; writes nothing. */
export async function checkDatabases(
  databases: readonly DatabaseSettings[],
  context: RunContext,
): Promise<readonly CheckReport[]> {
  return forEachDatabase(databases, async (settings) => {
    const module = await generateModule(settings, context);
    const differences = differencesOf(await compareModule(settings, module, context));
    const { model, diagnostics, statements } = module;
    const changes = differences.length === 0 ? [] : await changesSince(settings.snapshot, model);
    const refused = isRefused(settings, diagnostics);
    return { name: settings.name, out: settings.out, model, diagnostics, statements, differences, changes, refused };
  });
}
