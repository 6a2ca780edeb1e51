import { join } from "node:path";
import type { DatabaseSettings } from "../config/database-settings.js";
import { compareFiles, type Comparison, type FileDifference } from "../emit/compare-files.js";
import type { FormattedStamp } from "../emit/manifest.js";
import type { RenderedFile } from "../emit/rendered-file.js";
import { writeComparison, type WriteReport } from "../emit/write-files.js";
import type { GeneratedModule } from "../generate.js";
import { printModel } from "../model/model-json.js";
import { moduleStamp } from "./module-stamp.js";
import type { RunContext } from "./run-context.js";
import { loadSnapshotText, writeSnapshot } from "./snapshot-file.js";

/** A module in memory against what is on the disk. */
export interface ComparedModule {
  readonly settings: DatabaseSettings;
  readonly module: GeneratedModule;
  readonly comparison: Comparison;
  /** The snapshot, where it is kept outside the module and differs; else null. */
  readonly snapshot: SnapshotDifference | null;
}

export interface SnapshotDifference {
  readonly kind: Extract<FileDifference["kind"], "missing" | "stale">;
  readonly text: string;
}

/** Formats and type-checks a module where that is wanted, and compares it with its folder, and its snapshot with its file; writes nothing. */
export async function compareModule(
  settings: DatabaseSettings,
  module: GeneratedModule,
  context: RunContext,
): Promise<ComparedModule> {
  const { files, formatted } = await format(settings, module, context);
  if (settings.verify) await verify(settings, files, context);
  const comparison = await compareFiles(settings.out, files, moduleStamp(settings, formatted));
  const snapshot = settings.plan.snapshot ? null : await compareSnapshot(settings.snapshot, printModel(module.model));
  return { settings, module, comparison, snapshot };
}

/** Every file that is not as it would be generated now; a snapshot outside the module goes by its whole path. */
export function differencesOf({ comparison, snapshot, settings }: ComparedModule): readonly FileDifference[] {
  return snapshot === null
    ? comparison.differences
    : [...comparison.differences, { path: settings.snapshot, kind: snapshot.kind }];
}

/** Carries the comparison out. */
export async function writeModule(compared: ComparedModule): Promise<WriteReport> {
  const report = await writeComparison(compared.comparison);
  if (compared.snapshot === null) return report;
  await writeSnapshot(compared.settings.snapshot, compared.snapshot.text);
  return { ...report, written: [...report.written, compared.settings.snapshot] };
}

interface MaybeFormatted {
  readonly files: readonly RenderedFile[];
  readonly formatted: FormattedStamp | null;
}

/** Prettier and the compiler are loaded only where they are wanted: they take longer to load than a small module takes to generate. */
async function format(
  settings: DatabaseSettings,
  { files }: GeneratedModule,
  context: RunContext,
): Promise<MaybeFormatted> {
  if (!settings.format) return { files, formatted: null };
  context.onProgress(settings.name, "formatting");
  const { formatFiles } = await import("../emit/format-files.js");
  const result = await formatFiles(settings.out, files, join(settings.directory, ".prettierignore"));
  return { files: result.files, formatted: { settings: result.settings, rendered: result.rendered } };
}

async function verify(settings: DatabaseSettings, files: readonly RenderedFile[], context: RunContext): Promise<void> {
  context.onProgress(settings.name, "type-checking");
  const { verifyFiles } = await import("../emit/verify-files.js");
  verifyFiles(settings.out, files);
}

async function compareSnapshot(file: string, text: string): Promise<SnapshotDifference | null> {
  const found = await loadSnapshotText(file);
  if (found === text) return null;
  return { kind: found === null ? "missing" : "stale", text };
}
