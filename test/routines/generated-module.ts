import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../../src/diagnostics.js";
import { planFiles } from "../../src/emit/plan/plan-files.js";
import { toPlanOptions, type PlanOptions } from "../../src/emit/plan/plan-options.js";
import { renderFiles } from "../../src/emit/render/render-files.js";
import type { ConnectionTarget } from "../../src/introspect/inspector.js";
import { readDatabase } from "../../src/introspect/read-database.js";
import { type Database } from "../../src/runtime/database.js";
import type { Executor } from "../../src/runtime/executor.js";

/** The method of a routine, as a test calls it that knows no types. */
type Method = (parameters?: object, options?: object) => Promise<unknown>;

/** A database object of a generated module, with the routines that it has. */
export interface CallingDatabase extends Database {
  readonly routines: Readonly<Record<string, Method>>;
}

export interface GeneratedModule {
  readonly diagnostics: readonly Diagnostic[];
  /** By path. */
  readonly texts: ReadonlyMap<string, string>;
  /** The database object on an executor. */
  readonly on: (executor: Executor) => Promise<CallingDatabase>;
}

/** Reads a database, and writes its module into a folder of the package, as the database `music`. */
export async function generateInto(
  folder: string,
  target: ConnectionTarget,
  options: Partial<PlanOptions> = {},
): Promise<GeneratedModule> {
  const { model } = await readDatabase(target, { schemas: null, include: [], exclude: [] });
  const plan = planFiles(model, toPlanOptions({ name: "music", snapshot: false, ...options }));
  const files = await renderFiles(plan, { templates: null });
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return {
    diagnostics: plan.diagnostics,
    texts: new Map(files.map(({ path, text }) => [path, text])),
    on: async (executor) => {
      const module = (await import(join(folder, "index.ts"))) as { readonly MusicDatabase: typeof Database };
      const db: unknown = new module.MusicDatabase(executor);
      return db as CallingDatabase;
    },
  };
}
