import type { CallOptions } from "../executor.js";
import type { TableTypes } from "../types/table-types.js";
import type { UpdateManyOptions, UpsertOptions } from "../types/write-options.js";
import { InsertRepository } from "./insert-repository.js";

/** Reads, inserts and updates rows; none can be deleted. */
export class InsertUpdateRepository<T extends TableTypes> extends InsertRepository<T> {
  /** See `Repository.update`. */
  update(key: T["key"], patch: T["update"], options?: CallOptions): Promise<T["entity"] | undefined> {
    return this.rows.update(key, patch, options);
  }

  /** See `Repository.updateMany`. */
  updateMany(query: UpdateManyOptions<T>): Promise<number> {
    return this.rows.updateMany(query);
  }

  /** See `Repository.upsert`. */
  upsert(values: T["insert"], options: UpsertOptions<T>): Promise<T["entity"]> {
    return this.rows.upsert(values, options);
  }
}
