import type { DatabaseSettings } from "../config/database-settings.js";
import type { Diagnostic } from "../diagnostics.js";
import { manifestPath } from "../emit/manifest.js";
import type { WriteReport } from "../emit/write-files.js";
import type { CountedReading, Reading } from "../introspect/read-database.js";
import type { DatabaseModel } from "../model/database-model.js";
import { compareModule, differencesOf, writeModule, type ComparedModule } from "./compare-module.js";
import { forEachDatabase } from "./for-each-database.js";
import { isRefused } from "./is-refused.js";
import { consultMemory, type ModuleMemory } from "./module-memory.js";
import { readModel } from "./read-model.js";
import type { RunContext } from "./run-context.js";

/** What a run did for one database. */
export interface GenerateReport {
  readonly name: string;
  readonly out: string;
  readonly model: DatabaseModel;
  readonly diagnostics: readonly Diagnostic[];
  /** How many statements the catalog was asked; 0 for a snapshot. */
  readonly statements: number;
  /** What the catalog holds, and what was read of it; null for a snapshot. */
  readonly counted: CountedReading | null;
  /** Paths within `out`. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** Whether a warning failed the run, which is `strict`: then no database's files were written. */
  readonly refused: boolean;
}

export interface GenerateOptions {
  /** Writes nothing, and reports what would be written. Default false. */
  readonly dryRun?: boolean | undefined;
}

/**
 * Generates the modules of all databases. Every module is read, rendered and compared before the first file is written, so a failure of any database leaves
 * the files of all as they were.
 */
export async function generateDatabases(
  databases: readonly DatabaseSettings[],
  context: RunContext,
  options: GenerateOptions = {},
): Promise<readonly GenerateReport[]> {
  const prepared = await forEachDatabase(databases, (settings) => prepare(settings, context));
  const writes =
    options.dryRun !== true && !prepared.some(({ settings, module }) => isRefused(settings, module.diagnostics));
  const reports: GenerateReport[] = [];
  for (const one of prepared) reports.push(toReport(one, writes ? await write(one, context) : foresee(one)));
  return reports;
}

interface PreparedModule extends ComparedModule {
  readonly memory: ModuleMemory;
}

async function prepare(settings: DatabaseSettings, context: RunContext): Promise<PreparedModule> {
  const reading = await readModel(settings, context);
  const memory = await consultMemory(settings, reading);
  return { ...(memory.recalled ?? (await render(settings, reading, context))), memory };
}

/** The stages after reading are loaded only where there is something for them to do. */
async function render(settings: DatabaseSettings, reading: Reading, context: RunContext): Promise<ComparedModule> {
  const { renderModule } = await import("../generate.js");
  return compareModule(settings, await renderModule(settings, reading, context), context);
}

async function write(prepared: PreparedModule, context: RunContext): Promise<WriteReport> {
  context.onProgress(prepared.settings.name, "writing");
  const report = await writeModule(prepared);
  if (prepared.memory.recalled === null) await prepared.memory.remember(prepared);
  return report;
}

/** What a write would report. */
function foresee(compared: ComparedModule): WriteReport {
  const differences = differencesOf(compared).filter(({ path }) => path !== manifestPath);
  return {
    written: differences.filter(({ kind }) => kind !== "orphan").map(({ path }) => path),
    removed: differences.filter(({ kind }) => kind === "orphan").map(({ path }) => path),
    unchanged: compared.comparison.unchanged,
  };
}

function toReport(compared: ComparedModule, { written, removed, unchanged }: WriteReport): GenerateReport {
  const { settings, module } = compared;
  const { model, diagnostics, statements, counted } = module;
  return {
    name: settings.name,
    out: settings.out,
    model,
    diagnostics,
    statements,
    counted,
    written,
    removed,
    unchanged,
    refused: isRefused(settings, diagnostics),
  };
}
