import type { Diagnostic } from "../../diagnostics.js";
import type { CompositeModel, DomainModel, EnumModel, RangeModel, RoutineModel } from "../../model/database-model.js";
import type { TableModel, ViewModel } from "../../model/table-model.js";
import type { RoutineShape } from "./routine-shape.js";
import type { EntityNames } from "./views.js";

/** A table or view that gets a file. */
export type Entity = EntityOf<"table", TableModel> | EntityOf<"view", ViewModel>;

interface EntityOf<Kind extends string, Model> {
  readonly is: Kind;
  readonly model: Model;
}

/** A type of the user's that gets a name in `enums.ts` or `types.ts`. */
export type NamedType =
  | TypeOf<"enum", EnumModel>
  | TypeOf<"domain", DomainModel>
  | TypeOf<"composite", CompositeModel>
  | TypeOf<"range", RangeModel>;

interface TypeOf<Kind extends string, Model> {
  readonly is: Kind;
  readonly model: Model;
}

/** Every name of a generated module, settled before anything is rendered. */
export interface ModelNames {
  /** The class of the database. */
  readonly database: string;
  readonly schemas: ReadonlyMap<string, SchemaNames>;
  readonly entities: readonly NamedEntity[];
  readonly types: readonly NamedTypeNames[];
  /** One for each schema that has routines to call. */
  readonly routines: readonly NamedRoutines[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A schema that is a member of the database. */
export interface SchemaNames {
  readonly member: string;
  readonly className: string;
}

export interface NamedEntity {
  readonly source: Entity;
  readonly names: EntityNames;
  /** The member of the database, or of its schema, that holds the repository. */
  readonly member: string;
  /** The file, relative to the output folder, without suffix. */
  readonly module: string;
  /** Column name to property name, in the order of the columns. */
  readonly properties: ReadonlyMap<string, string>;
  /** The unions of columns that hold one of a list of values, by column name. */
  readonly unions: ReadonlyMap<string, UnionNames>;
}

export interface UnionNames {
  readonly type: string;
  readonly values: string;
}

export interface NamedTypeNames {
  readonly source: NamedType;
  readonly type: string;
  /** The list of an enum's values, or of the values a domain's check allows. */
  readonly values: string;
  /** The codec of a composite. */
  readonly codec: string;
}

/** The routines of a schema: a class with a method for each name. */
export interface NamedRoutines {
  readonly schema: string;
  readonly className: string;
  readonly methods: readonly NamedRoutine[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface NamedRoutine {
  /** The method. */
  readonly member: string;
  /** In the order in which they are tried. */
  readonly overloads: readonly NamedOverload[];
  /** What all overloads take or give, by a name of its own; empty for a single one. */
  readonly unions: readonly RoutineUnion[];
}

export interface RoutineUnion {
  readonly name: string;
  readonly members: readonly string[];
}

export interface NamedOverload {
  readonly model: RoutineModel;
  readonly shape: RoutineShape;
  /** What its types' names begin with. */
  readonly base: string;
  /** The interface of its inputs; null where it takes none. */
  readonly parameters: string | null;
  /** The interface of its result; null where that has a type already. */
  readonly result: string | null;
}
