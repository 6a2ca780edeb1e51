import { Failure, type Diagnostic } from "../diagnostics.js";
import type { DatabaseModel } from "../model/database-model.js";
import { countObjects, type ObjectCounts } from "../model/object-counts.js";
import { normalizeModel } from "../model/normalize-model.js";
import { validateModel } from "../model/validate-model.js";
import type { CatalogReading, ConnectionTarget, Inspector, ReadOptions } from "./inspector.js";
import { openInspector } from "./open-inspector.js";
import { applyScope, type Scope } from "./scope.js";

/** What one reading of a database's catalog gave. */
export interface Reading {
  /** Within the scope, normalized and valid. */
  readonly model: DatabaseModel;
  /** Of what is within the scope. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many statements were sent. */
  readonly statements: number;
  /** Null for a model that was not read from a catalog. */
  readonly counted: CountedReading | null;
}

/** What the catalog holds, and what was read of it: the difference has reasons that diagnostics tell. What the scope leaves out is in both. */
export interface CountedReading {
  readonly catalog: ObjectCounts;
  readonly read: ObjectCounts;
}

/** How a database is read, besides its scope. */
export interface ReadDatabaseOptions extends Partial<Omit<ReadOptions, "schemas">> {
  /** Opens the catalog. Default: the built-in inspector of the target's engine. */
  readonly open?: (target: ConnectionTarget) => Promise<Inspector>;
}

const statementTimeoutMs = 60_000;

/** Opens a database, reads its catalog, keeps what is in the scope, and closes it. */
export async function readDatabase(
  target: ConnectionTarget,
  scope: Scope,
  { open = openInspector, ...options }: ReadDatabaseOptions = {},
): Promise<Reading> {
  const inspector = await open(target);
  const reading = await readCatalog(inspector, { statementTimeoutMs, ...options, schemas: scope.schemas });
  const model = normalizeModel(applyScope(reading.model, scope));
  rejectProblems(model);
  const { statements, counts: catalog = null } = reading;
  const counted = catalog === null ? null : { catalog, read: countObjects(reading.model) };
  return { model, diagnostics: diagnosticsWithin(reading, model), statements, counted };
}

async function readCatalog(inspector: Inspector, options: ReadOptions): Promise<CatalogReading> {
  try {
    return await inspector.read(options);
  } finally {
    await inspector.close();
  }
}

function rejectProblems(model: DatabaseModel): void {
  const [first, ...others] = validateModel(model);
  if (first === undefined) return;
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  throw new Failure("catalog", `${model.engine}: reading "${first.subject}": ${first.text}${more}`, {
    hint: "exclude it, and report what the catalog holds",
  });
}

/** Nobody wants to hear of what was excluded. */
function diagnosticsWithin(
  { model: whole, diagnostics }: CatalogReading,
  scoped: DatabaseModel,
): readonly Diagnostic[] {
  const kept = subjectsOf(scoped);
  const left = new Set([...subjectsOf(whole)].filter((subject) => !kept.has(subject)));
  return diagnostics.filter((diagnostic) => !left.has(diagnostic.subject));
}

function subjectsOf(model: DatabaseModel): ReadonlySet<string> {
  const relations = [...model.tables, ...model.views];
  return new Set(
    relations.flatMap(({ schema, name, columns }) => [
      `${schema}.${name}`,
      ...columns.map((column) => `${schema}.${name}.${column.name}`),
    ]),
  );
}
