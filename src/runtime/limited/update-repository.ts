import type { CallOptions } from "../executor.js";
import type { TableTypes } from "../types/table-types.js";
import type { UpdateManyOptions } from "../types/write-options.js";
import { LimitedRepository } from "./limited-repository.js";

/** Reads and updates rows; none can be inserted or deleted. */
export class UpdateRepository<T extends TableTypes> extends LimitedRepository<T> {
  /** See `Repository.update`. */
  update(key: T["key"], patch: T["update"], options?: CallOptions): Promise<T["entity"] | undefined> {
    return this.rows.update(key, patch, options);
  }

  /** See `Repository.updateMany`. */
  updateMany(query: UpdateManyOptions<T>): Promise<number> {
    return this.rows.updateMany(query);
  }
}
