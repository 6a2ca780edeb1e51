import type { InsertColumn, InsertDialect } from "./insert-dialect.js";

/** Binds a value to the statement being written and gives its placeholder. */
export type Bind = (value: unknown) => string;

/** A value in a statement: a column, or an expression over one. */
export interface Operand {
  readonly sql: string;
  /** The type to cast a parameter to, in the engine's own spelling; undefined where the engine needs none. */
  readonly type: string | undefined;
}

/**
 * How an engine spells SQL. Pure text; nothing here talks to a server. Values are handed over as the driver binds them. Placeholders are asked for in
 * the order in which they stand in the text.
 *
 * A condition may be true, false or unknown for a row; every method that makes one says which where it is not plain.
 */
export interface Dialect {
  /** The engine, as models and generated code call it. */
  readonly name: string;
  /** Whether null sorts after every value where a statement does not say it (ascending). */
  readonly nullsGreatest: boolean;
  /** Whether an empty text is NULL (Oracle): what equals it, then, is null. Default false. */
  readonly emptyTextIsNull?: boolean;
  readonly text: TextDialect;
  readonly json: JsonDialect;
  readonly array: ArrayDialect;
  readonly range: RangeDialect;
  readonly insert: InsertDialect;
  readonly writes: WriteDialect;
  /** Whether `(a, b) > (1, 2)` is answered from an index. */
  readonly rowValues: boolean;
  /** Quotes a name, whatever it holds. */
  quote(name: string): string;
  /** The type to cast parameters to for the values of a codec, by the codec's name; undefined where none is needed, or where the column states it. */
  typeOf(codec: string): string | undefined;
  /** The placeholder of the parameter at a position from 1. */
  placeholder(position: number): string;
  /** True or false: null differs from a value and not from null. */
  isDistinct(left: string, right: string): string;
  /** A placeholder as it stands beside a column in a comparison that is not `equals`: cast where the engine would take it as a less exact type. */
  compared(placeholder: string, type: string | undefined): string;
  /** Equal to a value; the parameter is cast to the operand's type. */
  equals(operand: Operand, value: unknown, bind: Bind): string;
  /** One of a list of any length, which holds no null. */
  isIn(operand: Operand, values: readonly unknown[], bind: Bind): string;
  /** The same for several columns at a time. */
  isRowIn(operands: readonly Operand[], rows: readonly (readonly unknown[])[], bind: Bind): string;
  /** All that the text of `isIn` and `isRowIn` for one operand depends on besides it; null where it depends on the values too. */
  listForm(values: number): number | null;
  /** True where a condition is false or unknown. */
  isNotTrue(condition: string): string;
  /** How a column stands in a select list, or in a list of columns that a write gives back, by its codec's name: as it is, or as the text that the codec reads. */
  selected(column: string, codec: string): string;
  /** How a parameter stands as the new value of a column. */
  written(placeholder: string, column: Pick<InsertColumn, "codec" | "type">): string;
  /** What counts rows in a select list. */
  readonly counting: string;
  /** A statement that reads rows, put together. */
  select(parts: SelectParts): string;
  /** An order term for an operand with ` desc` or nothing behind it; `nulls` is null where the engine's own place for them is right. */
  order(operand: string, direction: string, nulls: "first" | "last" | null): string;
  /** An UPDATE of the rows of a table under an alias, up to its `where`. */
  updateRows(update: UpdateParts): string;
  /** A DELETE of the rows of a table under an alias, up to its `where`. */
  deleteFrom(table: string, alias: string): string;
}

/** A statement that reads rows, in parts. */
export interface SelectParts {
  readonly columns: string;
  /** What follows `from`. */
  readonly from: string;
  /** The alias of the table whose rows are read. */
  readonly alias: string;
  /** The condition; `always` for all rows. */
  readonly where: string;
  /** ` order by …`; empty for any order. */
  readonly order: string;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  /** Locks the rows until the transaction ends. Only where `from` is one table. */
  readonly lock?: "update" | "share" | undefined;
}

/** The head of an UPDATE, in parts. */
export interface UpdateParts {
  readonly table: string;
  readonly alias: string;
  /** `a = 1, b = 2`. */
  readonly assignments: string;
  /** ` join …` with what says which rows; empty mostly. Only of engines whose writes do not read their own table. */
  readonly join: string;
}

/** What statements that write can do. */
export interface WriteDialect {
  /** Whether an insertion, or an update, gives its rows back; where it does not, they are read again in the same transaction. */
  readonly returning: Returning;
  /** Whether they do so for a table with triggers. */
  readonly returnsTriggered: boolean;
  /** The text that makes a statement give back these columns, of which there is at least one. */
  returned(columns: readonly InsertColumn[]): ReturnedText;
  /** Whether a statement that changes a table may read it in a subquery. */
  readonly readsTarget: boolean;
  /** What follows an insertion of one row: what happens where the row's key exists. Null where nothing can: then the row is looked for first, and locked. */
  readonly upsert: UpsertDialect | null;
}

export interface Returning {
  readonly insert: boolean;
  readonly update: boolean;
}

/** Each with a space before it, or empty. */
export interface ReturnedText {
  /** Stands before the values of an INSERT and before the `where` of an UPDATE. */
  readonly middle: string;
  /** Stands at the end. */
  readonly end: string;
}

/** How an engine inserts a row or updates the one that is there. */
export interface UpsertDialect {
  /** The clause, with a space before it. `updated` is empty where an existing row stays as it is. */
  clause(key: readonly string[], updated: readonly string[]): string;
  /** Whether an error says that the row met was that of another unique key than the one which was meant; null where the clause names its key. */
  readonly metAnother: ((error: unknown) => boolean) | null;
}

/** Conditions on text. All but `ilike` tell upper and lower case apart. */
export interface TextDialect {
  /** `%`, `_` and `\` are special in a pattern. */
  like(operand: string, pattern: string, bind: Bind): string;
  ilike(operand: string, pattern: string, bind: Bind): string;
  startsWith(operand: string, text: string, bind: Bind): string;
  endsWith(operand: string, text: string, bind: Bind): string;
  contains(operand: string, text: string, bind: Bind): string;
}

/** A place within a JSON value: member names, and positions in lists. */
export type JsonPath = readonly (string | number)[];

/** Conditions on JSON; unknown, or false, where the path does not lead. */
export interface JsonDialect {
  equals(target: JsonTarget, value: unknown, bind: Bind): string;
  contains(target: JsonTarget, value: unknown, bind: Bind): string;
}

export interface JsonTarget {
  readonly sql: string;
  readonly path: JsonPath;
}

/** Conditions on lists; `list` is a whole list as the driver binds it. Unknown, or false, where the operand is null. */
export interface ArrayDialect {
  equals(operand: Operand, list: unknown, bind: Bind): string;
  hasEvery(operand: Operand, list: unknown, bind: Bind): string;
  hasSome(operand: Operand, list: unknown, bind: Bind): string;
  hasNull(operand: Operand): string;
  length(operand: Operand): string;
}

/** Conditions on ranges; `range` is a whole range as the driver binds it. */
export interface RangeDialect {
  contains(operand: Operand, range: unknown, bind: Bind): string;
  containedBy(operand: Operand, range: unknown, bind: Bind): string;
  overlaps(operand: Operand, range: unknown, bind: Bind): string;
  isEmpty(operand: Operand): string;
}
