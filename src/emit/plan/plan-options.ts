import type { TypeRule } from "./type-rule.js";

/** How a model becomes a module. */
export interface PlanOptions {
  /** The database's name in the configuration: `chinook` gives `ChinookDatabase`. */
  readonly name: string;
  /** How generated files name their siblings. */
  readonly importSuffix: ".js" | ".ts";
  /** Whether the snapshot, `schema.json`, is one of the module's files. */
  readonly snapshot: boolean;
  /** Whether partitions get files of their own beside their table. */
  readonly partitions: boolean;
  /**
   * Which functions and procedures get a method: all or none, or globs on `name` or `schema.name`, of which those that begin with `!` take routines out.
   */
  readonly routines: boolean | readonly string[];
  /** Whether the module has only what the connecting role may do. */
  readonly respectPrivileges: boolean;
  readonly naming: NamingFunctions;
  /** Where several match a column, the first one wins. One that matches no column is a `Failure`. */
  readonly typeRules: readonly TypeRule[];
  readonly relationNames: readonly RelationNameRule[];
  readonly repositories: readonly RepositoryRule[];
}

/** Functions of the user's that take the place of the built-in naming, each given the name that would be used otherwise. */
export interface NamingFunctions {
  /** The singular of an English word in lower case. */
  readonly singular?: (word: string, suggested: string) => string;
  /** The plural of a singular. */
  readonly plural?: (word: string, suggested: string) => string;
  /** The class of a table or view, the type of an enum, domain, composite or range. */
  readonly type?: (object: NamedObject, suggested: string) => string;
  /** The member of the database that holds a table's or view's repository. */
  readonly repository?: (object: NamedObject, suggested: string) => string;
  readonly property?: (object: NamedObject, column: string, suggested: string) => string;
}

export interface NamedObject {
  readonly kind: "table" | "view" | "enum" | "domain" | "composite" | "range";
  readonly schema: string;
  readonly name: string;
}

/** Names for the relations of one foreign key. */
export interface RelationNameRule {
  /** The foreign key: `[schema.]table.constraint`, or `[schema.]table.column` with several columns joined by commas. */
  readonly foreignKey: string;
  /** From the row that holds the key to the row that it names. */
  readonly toOne?: string | undefined;
  /** The way back. */
  readonly toMany?: string | undefined;
  /** From the row that the key names, through the link table that holds it, to the rows on its other side. */
  readonly through?: string | undefined;
}

/** A class of the user's that extends a generated repository and takes its place on the database. */
export interface RepositoryRule {
  /** A table or view: `[schema.]name`. */
  readonly table: string;
  readonly className: string;
  /** The module that exports it: a package, or a path that starts at the output folder. */
  readonly from: string;
}

/** Everything but the database's name has a default. */
export function toPlanOptions(given: Partial<PlanOptions> & Pick<PlanOptions, "name">): PlanOptions {
  return { ...defaults, ...given };
}

const defaults: Omit<PlanOptions, "name"> = {
  importSuffix: ".js",
  snapshot: true,
  partitions: false,
  respectPrivileges: false,
  routines: true,
  naming: {},
  typeRules: [],
  relationNames: [],
  repositories: [],
};
