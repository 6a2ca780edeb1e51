import type { DatabaseSettings } from "../config/database-settings.js";
import { resolveConnection } from "../config/resolve-connection.js";
import { isDialectPackage } from "../dialect/dialect-package.js";
import { Failure } from "../diagnostics.js";
import { readDatabase, type Reading } from "../introspect/read-database.js";
import { applyScope, type Scope } from "../introspect/scope.js";
import { applyViewRules } from "../introspect/view-rules.js";
import type { DatabaseModel } from "../model/database-model.js";
import type { RunContext } from "./run-context.js";
import { loadSnapshot } from "./snapshot-file.js";

/** Reads a database's model: from its snapshot where the settings name one, else from its catalog. */
export async function readModel(settings: DatabaseSettings, context: RunContext): Promise<Reading> {
  if (settings.from === null) return readLive(settings, context);
  return withRules(await readSnapshot(settings.from, settings.scope), settings);
}

/** Reads the catalog, whatever snapshot the settings name. */
export async function readLive(settings: DatabaseSettings, context: RunContext): Promise<Reading> {
  context.onProgress(settings.name, "connecting");
  const { target, dialect } = await resolveConnection(settings, context);
  const reading = await readDatabase(target, settings.scope, {
    ...(isDialectPackage(dialect) ? { open: (given) => dialect.openInspector(given) } : {}),
    statementTimeoutMs: settings.timeoutMs,
    onProgress: (what) => context.onProgress(settings.name, what),
  });
  return withRules(reading, settings);
}

/** Of a snapshot too, which was made before a rule was written. */
function withRules(reading: Reading, { viewRules }: DatabaseSettings): Reading {
  return { ...reading, model: applyViewRules(reading.model, viewRules) };
}

async function readSnapshot(file: string, scope: Scope): Promise<Reading> {
  const model = await loadSnapshot(file);
  if (model === null) {
    const hint = "make it with `tablewright pull`";
    throw new Failure("config", `snapshot: loading "${file}": there is no such file`, { hint });
  }
  return { model: narrow(model, scope), diagnostics: [], statements: 0, counted: null };
}

/** A snapshot was narrowed when it was made, so that what is to be excluded may be gone already. */
function narrow(model: DatabaseModel, scope: Scope): DatabaseModel {
  const exclude = scope.exclude.filter((glob) => matches(model, glob));
  return applyScope(model, { ...scope, exclude });
}

function matches(model: DatabaseModel, glob: string): boolean {
  try {
    applyScope(model, { schemas: null, include: [], exclude: [glob] });
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
