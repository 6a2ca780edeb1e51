import type { CallOptions } from "../executor.js";
import type { TableTypes } from "../types/table-types.js";
import type { DeleteManyOptions } from "../types/write-options.js";
import { LimitedRepository } from "./limited-repository.js";

/** Reads and deletes rows; none can be inserted or updated. */
export class DeleteRepository<T extends TableTypes> extends LimitedRepository<T> {
  /** See `Repository.delete`. */
  delete(key: T["key"], options?: CallOptions): Promise<boolean> {
    return this.rows.delete(key, options);
  }

  /** See `Repository.deleteMany`. */
  deleteMany(query: DeleteManyOptions<T>): Promise<number> {
    return this.rows.deleteMany(query);
  }
}
