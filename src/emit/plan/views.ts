/** What a template gets to print one file. Every text in a view is TypeScript already, printed as it is. */
export interface FileView {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  /** The template's name, without its suffix. */
  readonly template: TemplateName;
  readonly view: TableView | EnumsView | TypesView | RoutinesView | IndexView | TextView;
}

export type TemplateName = "table" | "view" | "enums" | "types" | "routines" | "index" | "text";

/** A file that is printed as it is: the snapshot. */
export interface TextView {
  readonly text: string;
}

/** What every file of code begins with. */
export interface ModuleView {
  /** The text of the first line's comment. */
  readonly header: string;
  readonly imports: readonly ImportView[];
}

export interface ImportView {
  /** In the order they are printed, values before types. */
  readonly names: readonly ImportedName[];
  /** The module, quoted. */
  readonly from: string;
  /** Whether every name is a type. */
  readonly typeOnly: boolean;
}

export interface ImportedName {
  readonly name: string;
  /** Whether the name is marked as a type; false throughout where the whole import is of types. */
  readonly type: boolean;
}

/** A table's file, or a view's. */
export interface TableView extends ModuleView, EntityView {
  /** The function of the door that declares it: `defineTable`, `defineView`, or `defineWritableView`. */
  readonly define: string;
  /** The class of the runtime that the repository extends. */
  readonly repository: string;
  readonly key: KeyView | null;
  readonly insert: readonly MemberView[];
  /** The type of what is inserted where it has no members: `never` where nothing can be. */
  readonly noInsert: string;
  readonly update: readonly MemberView[];
  readonly noUpdate: string;
  /** A union of quoted key names; `never` where there is none. */
  readonly unique: string;
  /** A union of quoted constraint names; `never` where there is none. */
  readonly constraint: string;
  readonly finders: readonly FinderView[];
  readonly keys: readonly PropertyListView[];
  readonly constraints: readonly PropertyListView[];
}

/** What tables and views have in common. */
export interface EntityView {
  readonly names: EntityNames;
  /** Lines of the TSDoc comment, its marks included. */
  readonly doc: readonly string[];
  /** Unions that belong to one column. */
  readonly unions: readonly UnionView[];
  /** Codecs that are made from others, in the order of need. */
  readonly codecs: readonly ConstantView[];
  readonly columns: readonly ColumnView[];
  /** Empty for a view: the catalog knows of none. */
  readonly relations: readonly RelationView[];
  /** Properties that rows can be ordered by. */
  readonly ordered: readonly string[];
  /** The name in the database, quoted. */
  readonly name: string;
  /** The schema, quoted; null where the engine has none. */
  readonly schema: string | null;
  /** Whether triggers keep the engine from giving back the rows that are written. */
  readonly triggered: boolean;
}

/** Everything that a table's or view's file exports. */
export interface EntityNames {
  readonly entity: string;
  readonly key: string;
  readonly insert: string;
  readonly update: string;
  readonly where: string;
  readonly orderBy: string;
  readonly include: string;
  readonly constraint: string;
  readonly types: string;
  readonly repository: string;
  /** The constant that holds the metadata. */
  readonly table: string;
}

export interface ColumnView {
  readonly property: string;
  readonly doc: readonly string[];
  readonly type: string;
  readonly where: string;
  /** The expression that reads it from `row`. */
  readonly read: string;
  /** The column's name in the database, quoted. */
  readonly column: string;
  readonly codec: string;
  /** The type to cast parameters to, quoted; null where none is needed. */
  readonly cast: string | null;
  readonly nullable: boolean;
  /** Quoted; null for a column that an insert must give. */
  readonly filled: string | null;
}

export interface KeyView {
  /** The type of a key of one column; null for a key of several. */
  readonly type: string | null;
  readonly members: readonly MemberView[];
}

export interface MemberView {
  readonly property: string;
  readonly optional: boolean;
  readonly type: string;
}

export interface RelationView {
  readonly name: string;
  /** The function of the door that declares it: `one`, `maybe` or `many`. */
  readonly kind: string;
  /** `One<ArtistTypes>`. */
  readonly slot: string;
  /** `ToOne<ArtistTypes>`. */
  readonly include: string;
  /** Null where it is part of the filter of the column whose name the relation shares. */
  readonly where: string | null;
  readonly table: string;
  /** A list of quoted property names. */
  readonly from: string;
  readonly to: string;
  /** Null for a direct relation. */
  readonly through: ThroughView | null;
}

export interface ThroughView {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

export interface FinderView {
  readonly method: string;
  /** `email: string`, or `key: { a: string; b: number }`. */
  readonly parameter: string;
  /** The key's name, quoted. */
  readonly key: string;
  /** A list of expressions. */
  readonly values: string;
}

export interface PropertyListView {
  /** Quoted where it must be. */
  readonly name: string;
  /** A list of quoted property names. */
  readonly properties: string;
}

/** A union of literals and the list of its values. */
export interface UnionView {
  readonly doc: readonly string[];
  readonly name: string;
  readonly valuesName: string;
  /** Literals; empty for an enum without values. */
  readonly members: readonly string[];
}

export interface ConstantView {
  readonly name: string;
  /** The type of an exported one; null for one of the file's own. */
  readonly type: string | null;
  readonly value: string;
}

export interface EnumsView extends ModuleView {
  readonly unions: readonly UnionView[];
}

/** Domains, composites and ranges of users. */
export interface TypesView extends ModuleView {
  readonly aliases: readonly AliasView[];
  /** Domains whose checks list their values. */
  readonly unions: readonly UnionView[];
  readonly interfaces: readonly InterfaceView[];
  readonly codecs: readonly ConstantView[];
}

export interface AliasView {
  readonly doc: readonly string[];
  readonly name: string;
  readonly type: string;
}

export interface InterfaceView {
  readonly doc: readonly string[];
  readonly name: string;
  readonly members: readonly DocumentedMemberView[];
}

export interface DocumentedMemberView extends MemberView {
  readonly doc: readonly string[];
}

/** Functions and procedures. */
export interface RoutinesView extends ModuleView {
  /** What overloads have in common. */
  readonly aliases: readonly AliasView[];
  /** What routines take, and what they give where that has no type yet. */
  readonly interfaces: readonly InterfaceView[];
  readonly codecs: readonly ConstantView[];
  readonly routines: readonly RoutineView[];
  readonly classes: readonly RoutineClassView[];
}

/** What the runtime is told of one function or procedure. */
export interface RoutineView {
  readonly constant: string;
  /** The name in the database, quoted. */
  readonly name: string;
  /** The schema, quoted; null where the connected database is meant. */
  readonly schema: string | null;
  /** Quoted. */
  readonly kind: string;
  /** Quoted. */
  readonly signature: string;
  readonly parameters: readonly RoutineParameterView[];
  /** The expression that reads the result, or what stands before its outputs where it has some. */
  readonly result: string;
  /** The codecs of the outputs by property; null where the result has none. */
  readonly outputs: readonly OutputView[] | null;
}

export interface RoutineParameterView {
  readonly property: string;
  /** The name in the database, quoted; null for an unnamed one, or where the engine takes values by place. */
  readonly name: string | null;
  readonly codec: string;
  /** The type to cast values to, quoted; null where none is needed. */
  readonly cast: string | null;
  /** Quoted; null for an input. */
  readonly mode: string | null;
  readonly optional: boolean;
}

export interface OutputView {
  readonly property: string;
  readonly codec: string;
}

export interface RoutineClassView {
  readonly doc: readonly string[];
  readonly name: string;
  readonly methods: readonly RoutineMethodView[];
}

export interface RoutineMethodView {
  readonly name: string;
  /** One for each overload, in the order in which they are tried. */
  readonly signatures: readonly RoutineSignatureView[];
  /** Whether there are several. */
  readonly overloaded: boolean;
  /** The constant, or the list of the constants of all overloads. */
  readonly constants: string;
}

export interface RoutineSignatureView {
  readonly doc: readonly string[];
  /** The parameters of the method. */
  readonly parameters: string;
  /** What its promise gives. */
  readonly result: string;
}

export interface IndexView extends ModuleView {
  readonly database: string;
  /** The function of the engine's door that connects. */
  readonly open: string;
  readonly options: string;
  /** The class of the default schema's routines; null where it has none. */
  readonly routines: string | null;
  readonly members: readonly RepositoryView[];
  readonly schemas: readonly SchemaView[];
  /** Quoted paths of the modules whose names are all exported again. */
  readonly modules: readonly string[];
}

/** A repository as a member of the database or of a schema of it. */
export interface RepositoryView {
  readonly doc: readonly string[];
  readonly member: string;
  readonly repository: string;
  readonly table: string;
}

export interface SchemaView {
  readonly doc: readonly string[];
  /** The member of the database. */
  readonly member: string;
  readonly name: string;
  /** The class of its routines; null where it has none. */
  readonly routines: string | null;
  readonly members: readonly RepositoryView[];
}
