import type { DatabaseSettings } from "../config/database-settings.js";
import { compareFiles, type Comparison, type FileDifference } from "../emit/compare-files.js";
import { writeComparison, type WriteReport } from "../emit/write-files.js";
import type { GeneratedModule } from "../generate.js";
import { printModel } from "../model/model-json.js";
import { moduleStamp } from "./module-stamp.js";
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

/** Compares a module with its folder, and its snapshot with its file; writes nothing. */
export async function compareModule(settings: DatabaseSettings, module: GeneratedModule): Promise<ComparedModule> {
  const comparison = await compareFiles(settings.out, module.files, moduleStamp(settings));
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

async function compareSnapshot(file: string, text: string): Promise<SnapshotDifference | null> {
  const found = await loadSnapshotText(file);
  if (found === text) return null;
  return { kind: found === null ? "missing" : "stale", text };
}
