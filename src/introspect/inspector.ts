import type { Diagnostic } from "../diagnostics.js";
import type { DatabaseModel } from "../model/database-model.js";
import type { ObjectCounts } from "../model/object-counts.js";

/** An open connection of one engine, able to read its catalog. Every engine folder exports a function that opens one. */
export interface Inspector {
  /** Reads the whole catalog in one read-only, repeatable-read transaction where the engine has it. */
  read(options: ReadOptions): Promise<CatalogReading>;
  close(): Promise<void>;
}

export interface ReadOptions {
  /** The schemas to read; null for all but the engine's own. A name that does not exist is a `Failure`. */
  readonly schemas: readonly string[] | null;
  /** Milliseconds that one catalog statement may take. */
  readonly statementTimeoutMs: number;
  /** Called as the reading goes on, with a name for what is being read. */
  readonly onProgress?: (what: string) => void;
}

export interface CatalogReading {
  readonly model: DatabaseModel;
  readonly diagnostics: readonly Diagnostic[];
  /** How many statements were sent, transaction control and settings included. */
  readonly statements: number;
  /** How many objects the schemas hold, counted before any of them was translated; absent where nobody counted. */
  readonly counts?: ObjectCounts | null;
}

/** What to open: one configured database, its connection already resolved. */
export interface ConnectionTarget {
  readonly engine: string;
  /** A URL, or the driver's own options. */
  readonly connection: string | Readonly<Record<string, unknown>>;
}
