import type { CallOptions } from "../executor.js";
import type { TableTypes } from "../types/table-types.js";
import { LimitedRepository } from "./limited-repository.js";

/** Reads and inserts rows; others cannot be written. */
export class InsertRepository<T extends TableTypes> extends LimitedRepository<T> {
  /** See `Repository.insert`. */
  insert(values: T["insert"], options?: CallOptions): Promise<T["entity"]> {
    return this.rows.insert(values, options);
  }

  /** See `Repository.insertMany`. */
  insertMany(
    values: Iterable<T["insert"]> | AsyncIterable<T["insert"]>,
    options?: CallOptions,
  ): Promise<T["entity"][]> {
    return this.rows.insertMany(values, options);
  }
}
