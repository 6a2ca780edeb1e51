import { basename } from "node:path";
import type { DatabaseSettings } from "../config/database-settings.js";
import type { Diagnostic } from "../diagnostics.js";
import { writeOwnFile } from "../emit/write-own-file.js";
import type { DatabaseModel } from "../model/database-model.js";
import type { Change } from "../model/diff-models.js";
import { printModel } from "../model/model-json.js";
import { changesSince } from "./changes-since.js";
import { forEachDatabase } from "./for-each-database.js";
import { isRefused } from "./is-refused.js";
import { moduleStamp } from "./module-stamp.js";
import { readLive } from "./read-model.js";
import type { RunContext } from "./run-context.js";
import { loadSnapshotText, writeSnapshot } from "./snapshot-file.js";

/** What a run did for one database's snapshot. */
export interface PullReport {
  readonly name: string;
  readonly snapshot: string;
  readonly model: DatabaseModel;
  readonly diagnostics: readonly Diagnostic[];
  readonly statements: number;
  /** Whether the snapshot's file differs from the catalog, and so was written unless the run was a dry one or refused. */
  readonly changed: boolean;
  /** What changed in the database since the snapshot was made; empty where there was none. */
  readonly changes: readonly Change[];
  readonly refused: boolean;
}

/** Reads the catalogs of all databases and writes their snapshots, once all are read. */
export async function pullDatabases(
  databases: readonly DatabaseSettings[],
  context: RunContext,
  options: { readonly dryRun?: boolean | undefined } = {},
): Promise<readonly PullReport[]> {
  const pulled = await forEachDatabase(databases, async (settings) => ({
    settings,
    report: await pull(settings, context),
  }));
  const writes = options.dryRun !== true && !pulled.some(({ report }) => report.refused);
  for (const { settings, report } of writes ? pulled : []) if (report.changed) await write(settings, report.model);
  return pulled.map(({ report }) => report);
}

async function pull(settings: DatabaseSettings, context: RunContext): Promise<PullReport> {
  const { model, diagnostics, statements } = await readLive(settings, context);
  const changed = (await loadSnapshotText(settings.snapshot)) !== printModel(model);
  const changes = changed ? await changesSince(settings.snapshot, model) : [];
  const refused = isRefused(settings, diagnostics);
  return {
    name: settings.name,
    snapshot: settings.snapshot,
    model,
    diagnostics,
    statements,
    changed,
    changes,
    refused,
  };
}

/** In the module's folder the snapshot is one of its files, and the manifest has to know it. */
async function write(settings: DatabaseSettings, model: DatabaseModel): Promise<void> {
  const text = printModel(model);
  if (!settings.plan.snapshot) await writeSnapshot(settings.snapshot, text);
  else await writeOwnFile(settings.out, { path: basename(settings.snapshot), text }, moduleStamp(settings, null));
}
