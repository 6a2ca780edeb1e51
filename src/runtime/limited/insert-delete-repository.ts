import type { CallOptions } from "../executor.js";
import type { TableTypes } from "../types/table-types.js";
import type { DeleteManyOptions } from "../types/write-options.js";
import { InsertRepository } from "./insert-repository.js";

/** Reads, inserts and deletes rows; none can be updated. */
export class InsertDeleteRepository<T extends TableTypes> extends InsertRepository<T> {
  /** See `Repository.delete`. */
  delete(key: T["key"], options?: CallOptions): Promise<boolean> {
    return this.rows.delete(key, options);
  }

  /** See `Repository.deleteMany`. */
  deleteMany(query: DeleteManyOptions<T>): Promise<number> {
    return this.rows.deleteMany(query);
  }
}
