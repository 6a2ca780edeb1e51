import type { DialectName } from "../dialect/built-in-dialects.js";
import type { DialectPackage } from "../dialect/dialect-package.js";
import type { NamingFunctions, RelationNameRule, RepositoryRule } from "../emit/plan/plan-options.js";
import type { TypeRule } from "../emit/plan/type-rule.js";
import type { ViewRule } from "../introspect/view-rules.js";
import type { EnvReference } from "./env.js";

/** What `tablewright.config.ts` exports. Relative paths start at the folder of that file. */
export interface Config extends OutputConfig, RunConfig {
  /** By name: the name gives the generated class its own (`chinook` → `ChinookDatabase`). */
  readonly databases: Readonly<Record<string, DatabaseConfig>>;
}

/** One database: where its catalog is read, what is taken of it, and where its module goes. A setting here wins over the one for all. */
export interface DatabaseConfig extends OutputConfig {
  /**
   * A built-in engine, or the dialect of another: what its package exports, or the package's name. Told by the URL of a built-in engine; needed where
   * `connection` is an object, and with a package's engine where a snapshot is read too.
   */
  readonly dialect?: DialectName | DialectPackage | (string & {}) | undefined;
  /**
   * A URL, or the driver's own options. Either may be a function, called when the connection is opened, and any value in it may be `env("NAME")`.
   * Not needed where the model is read from a snapshot.
   */
  readonly connection?: ConnectionConfig | undefined;
  /** The folder that the generated module owns. */
  readonly out: string;
  /** The schemas to read; absent means all but the engine's own. */
  readonly schemas?: readonly string[] | undefined;
  /** Globs on `table`, `schema.table`, `table.column` or `schema.table.column`; absent means everything. */
  readonly include?: readonly string[] | undefined;
  /** Globs of the same form, taken out of what is included. */
  readonly exclude?: readonly string[] | undefined;
  /** A snapshot to read in place of the database, so that a build needs none. */
  readonly from?: string | undefined;
  /** Where the snapshot is kept. Default: `schema.json` in the module's folder. */
  readonly snapshot?: string | undefined;
  /** Whether partitions get files of their own beside their table. Default false. */
  readonly partitions?: boolean | undefined;
  /**
   * Whether functions and procedures get methods, or which: globs on `name` or `schema.name`, of which those that begin with `!` take routines out.
   * Default true.
   */
  readonly routines?: boolean | readonly string[] | undefined;
  /** What you know of views and their queries do not prove; of several rules for a view, each has its say. */
  readonly views?: readonly ViewRule[] | undefined;
  /** Functions that take the place of the built-in naming. */
  readonly naming?: NamingFunctions | undefined;
  /** Other types for columns; the first rule that matches wins. A path in a `from` starts at the configuration's folder. */
  readonly types?: readonly TypeRule[] | undefined;
  /** Names for relations. */
  readonly relations?: readonly RelationNameRule[] | undefined;
  /** Classes of your own in place of generated repositories. A path in a `from` starts at the configuration's folder. */
  readonly repositories?: readonly RepositoryRule[] | undefined;
}

/** How modules are written; each can be set for all databases and for one. */
export interface OutputConfig {
  /** How generated files name their siblings in imports. Default `.js`. */
  readonly importSuffix?: ".js" | ".ts" | undefined;
  /** A folder of Handlebars templates; one named like a built-in template replaces it. */
  readonly templates?: string | undefined;
  /** Whether files that are to be written go through Prettier, with the configuration that it finds for them. Default false. */
  readonly format?: boolean | undefined;
  /** Whether the module is type-checked before it is written. Default false. */
  readonly verify?: boolean | undefined;
  /** Whether a warning fails the run. Default false. */
  readonly strict?: boolean | undefined;
  /** Whether the module has only what the role that reads the catalog may do. Default false. */
  readonly respectPrivileges?: boolean | undefined;
  /** Milliseconds that one statement on the catalog may take. Default 60,000. */
  readonly timeoutMs?: number | undefined;
}

/** How the command line behaves: each is the twin of a flag, which wins over it. */
export interface RunConfig {
  /** The databases to work on; absent means all. Flag: `--database`. */
  readonly only?: readonly string[] | undefined;
  readonly dryRun?: boolean | undefined;
  readonly watch?: boolean | undefined;
  /** Seconds between two looks at a live catalog under `watch`. Default 5. */
  readonly interval?: number | undefined;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly verbose?: boolean | undefined;
}

export type ConnectionConfig = ConnectionValue | (() => ConnectionValue | Promise<ConnectionValue>);

export type ConnectionValue = string | EnvReference | Readonly<Record<string, unknown>>;
