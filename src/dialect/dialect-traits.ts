import type { ColumnType } from "../model/column-type.js";
import type { CodecName } from "../runtime/codegen/v1/symbols.js";

/** What the generator has to know of an engine, besides how its catalog is read. Plain facts: nothing here talks to a server. */
export interface DialectTraits {
  /** What configurations, models and messages call the engine: letters and digits in lower case, `postgresql`. */
  readonly name: string;
  /** What people call it: `PostgreSQL`. */
  readonly title: string;
  /** The npm package that talks to it; the user installs it. */
  readonly driver: string;
  readonly urls: UrlTraits;
  readonly door: DialectDoor;
  /** The codecs that the door lacks, and why: no column of the engine has such a type. A column that a model gives one all the same is text or unknown. */
  readonly missingCodecs: Readonly<Partial<Record<CodecName, string>>>;
  readonly emission: EmissionTraits;
}

/** How a URL names a database of the engine. */
export interface UrlTraits {
  /** Without their colon: `["postgres", "postgresql"]`. */
  readonly schemes: readonly string[];
  /** What a user is told to write: `postgres://user@host/database`. */
  readonly form: string;
  /** Null where databases are on servers. */
  readonly file: FileTraits | null;
  /** Which engines a URL of this one may turn out to be of, as the server itself says it; the name of any of them. Null for none but this one. */
  readonly family: string | null;
}

/** An engine whose databases are files: their URLs are `scheme:PATH`, and the connection becomes `{ file }` with the whole path. */
export interface FileTraits {
  /** What such files' names end in: `[".duckdb"]`. */
  readonly suffixes: readonly string[];
  /** What the names of files end in that the engine keeps beside it, and changes before the file itself: `["-wal"]`. */
  readonly beside: readonly string[];
}

/** What generated code imports. */
export interface DialectDoor {
  /** `tablewright/codegen/v1/postgresql`, or a module of the dialect's package. */
  readonly module: string;
  /** The function that opens a database: `openPostgresql`. */
  readonly open: string;
  /** The type of its options: `PostgresqlOptions`. */
  readonly options: string;
}

/** What generated code says differently on some engines. */
export interface EmissionTraits {
  /** Whether statements name the default schema. Where not, the engine takes it from the connection. */
  readonly namesDefaultSchema: boolean;
  /** How parameters are cast; null where the driver's values need no cast. */
  readonly casts: DialectCasts | null;
  /** The codec of booleans that a rule types as numbers; null where there is no such choice. */
  readonly booleanNumber: CodecName | null;
  /** Whether strings of bits travel as bytes, and `bits` reads them. Where not, they are texts, which `opaque` reads. */
  readonly bitsAsBytes: boolean;
  /** Whether a view whose inserts no trigger takes over can be upserted into. */
  readonly upsertsIntoViews: boolean;
  /** Whether a write gives its rows back where the table has triggers. Where not, generated code says which tables have some. */
  readonly returnsTriggered: boolean;
  /** Whether a row that is inserted into a view takes the defaults of the table behind it. */
  readonly viewsTakeDefaults: boolean;
  readonly routines: RoutineTraits;
}

export interface RoutineTraits {
  /** Whether a function and a procedure may have one name without being overloads of each other. */
  readonly namedByKind: boolean;
  /** Whether calls name their arguments. */
  readonly namedArguments: boolean;
  /** Whether a procedure may give sets of rows that the catalog does not tell of. */
  readonly untoldRows: boolean;
}

/** The types that parameters are cast to, in the engine's own spelling. */
export interface DialectCasts {
  /** By codec: a column with this type of a codec states none. The engine's dialect at run time knows the same. */
  readonly ofCodec: Readonly<Partial<Record<CodecName, string>>>;
  /** For values of a column. */
  ofColumn(column: TypedValue, baseOf: FindBase): string;
  /** For arguments of a routine. */
  ofParameter(parameter: TypedValue, baseOf: FindBase): string;
}

/** A column or parameter by its type. */
export interface TypedValue {
  readonly type: ColumnType;
  readonly databaseType: string;
}

/** What a domain is over; undefined where the model does not hold it. */
export type FindBase = (domain: ColumnType) => TypedValue | undefined;
