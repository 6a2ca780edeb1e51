import type { Executor } from "../executor.js";

/** The functions and procedures of a schema: base of the generated class, which adds a method for each name. */
export class Routines {
  /** Where the calls of this object run. */
  readonly executor: Executor;

  constructor(executor: Executor) {
    this.executor = executor;
  }
}
