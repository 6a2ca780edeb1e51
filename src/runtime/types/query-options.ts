import type { CallOptions } from "../executor.js";
import type { TableTypes } from "./table-types.js";

/** The columns that a query names; undefined stands for all. */
export type Select<T extends TableTypes> = readonly (keyof T["entity"])[] | undefined;

/** The relations that a query loads; undefined stands for none. */
export type Include<T extends TableTypes> = T["include"] | undefined;

/** What a result holds: some columns, or all, and relations. */
export interface Shape<T extends TableTypes> {
  /** Default: all columns, as an entity. Otherwise plain objects of these. */
  readonly select?: Select<T>;
  /** Default: no relation is loaded. Each one takes one more statement, whatever the number of rows. */
  readonly include?: Include<T>;
}

/** Locks the rows read until the end of the transaction. SQLite accepts it and does nothing: its transactions hold the whole database. */
export type Lock = "update" | "share";

/** Options of a call that reads by key. */
export interface FindOptions extends CallOptions {
  readonly lock?: Lock | undefined;
}

/** Which rows, in which order. */
export interface RowOptions<T extends TableTypes> {
  readonly where?: T["where"] | undefined;
  /** Several columns order in the order they are written. Default: as the database finds them. */
  readonly orderBy?: T["orderBy"] | readonly T["orderBy"][] | undefined;
}

/** Which part of the ordered rows. */
export interface SliceOptions<T extends TableTypes> extends RowOptions<T> {
  /** Default: all. */
  readonly limit?: number | undefined;
  /** Rows to leave out at the start. Default 0. */
  readonly offset?: number | undefined;
}

export interface ListOptions<T extends TableTypes> extends SliceOptions<T>, FindOptions {}

export interface PageOptions<T extends TableTypes> extends RowOptions<T>, FindOptions {
  /** Rows on a page, at least 1. */
  readonly size: number;
  /** The `next` of the page before. Absent: the first page. A cursor belongs to its table and its order. */
  readonly after?: string | undefined;
}

export interface CountOptions<T extends TableTypes> extends CallOptions {
  readonly where?: T["where"] | undefined;
}

export interface BatchOptions {
  /** Rows fetched at a time, and relations loaded for. Default 500. */
  readonly batchSize?: number | undefined;
}

/** How a call names its columns and relations; `C` and `I` are what it named. */
export interface Shaped<C, I> {
  readonly select?: C;
  readonly include?: I;
}
