import type { CallOptions } from "../executor.js";
import type { TableTypes } from "../types/table-types.js";
import type { DeleteManyOptions } from "../types/write-options.js";
import { UpdateRepository } from "./update-repository.js";

/** Reads, updates and deletes rows; none can be inserted. */
export class UpdateDeleteRepository<T extends TableTypes> extends UpdateRepository<T> {
  /** See `Repository.delete`. */
  delete(key: T["key"], options?: CallOptions): Promise<boolean> {
    return this.rows.delete(key, options);
  }

  /** See `Repository.deleteMany`. */
  deleteMany(query: DeleteManyOptions<T>): Promise<number> {
    return this.rows.deleteMany(query);
  }
}
