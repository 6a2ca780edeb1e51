import type { DatabaseSettings } from "./config/database-settings.js";
import type { Diagnostic } from "./diagnostics.js";
import { planFiles } from "./emit/plan/plan-files.js";
import type { RenderedFile } from "./emit/rendered-file.js";
import { renderFiles } from "./emit/render/render-files.js";
import type { CountedReading, Reading } from "./introspect/read-database.js";
import type { DatabaseModel } from "./model/database-model.js";
import { dialectOfModel } from "./run/dialect-of-model.js";
import { columnSubjects, mergeDiagnostics } from "./run/merge-diagnostics.js";
import { readModel } from "./run/read-model.js";
import type { RunContext } from "./run/run-context.js";

/** A database's module, whole and in memory. */
export interface GeneratedModule {
  readonly model: DatabaseModel;
  /** By path within the output folder, the snapshot included where it is kept there. */
  readonly files: readonly RenderedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many statements the catalog was asked; 0 for a snapshot. */
  readonly statements: number;
  /** Null for a snapshot. */
  readonly counted: CountedReading | null;
}

/** Reads a database's model, plans its module and renders it; touches nothing on the disk. */
export async function generateModule(settings: DatabaseSettings, context: RunContext): Promise<GeneratedModule> {
  return renderModule(settings, await readModel(settings, context), context);
}

/** The same for a model that has been read. */
export async function renderModule(
  settings: DatabaseSettings,
  reading: Reading,
  context: RunContext,
): Promise<GeneratedModule> {
  const { model, statements, counted } = reading;
  context.onProgress(settings.name, "planning");
  const plan = planFiles(model, settings.plan, await dialectOfModel(settings, model));
  context.onProgress(settings.name, "rendering");
  const files = await renderFiles(plan, { templates: settings.templates });
  const diagnostics = mergeDiagnostics(reading.diagnostics, plan.diagnostics, columnSubjects(model));
  return { model, files, diagnostics, statements, counted };
}
