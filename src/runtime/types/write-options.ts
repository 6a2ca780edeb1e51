import type { CallOptions } from "../executor.js";
import type { TableTypes } from "./table-types.js";

/** How a row that may exist is written. */
export interface UpsertOptions<T extends TableTypes> extends CallOptions {
  /** The unique key by which the row is known, by its name; its columns must be given. */
  readonly on: T["unique"];
  /**
   * The columns of an existing row that take the new values; a column that is not given takes its default. An empty list leaves the row as it is. Default:
   * all columns that are given, but for those of this key and of the primary key.
   */
  readonly update?: readonly (keyof T["update"])[] | undefined;
}

/** Which rows to change, and how. */
export interface UpdateManyOptions<T extends TableTypes> extends CallOptions {
  /** `{}` stands for every row. */
  readonly where: T["where"];
  /** What is `undefined` stays as it is; at least one column must be given a value. */
  readonly set: T["update"];
}

/** Which rows to delete. */
export interface DeleteManyOptions<T extends TableTypes> extends CallOptions {
  /** `{}` stands for every row. */
  readonly where: T["where"];
}
