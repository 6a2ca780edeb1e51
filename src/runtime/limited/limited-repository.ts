import { ReadRepository } from "../read/read-repository.js";
import { Repository } from "../repository.js";
import type { TableTypes } from "../types/table-types.js";

/** Reads rows, and writes them in the ways that its subclasses offer: what is not offered is not there. */
export abstract class LimitedRepository<T extends TableTypes> extends ReadRepository<T> {
  /** Writes in every way. */
  protected readonly rows: Repository<T> = new Repository<T>(this.table, this.executor);
}
