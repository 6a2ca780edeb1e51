import type { Bind, Dialect } from "../dialect/dialect.js";

/** A statement while it is written: its parameters, in the order of their placeholders, and names for the tables in it. */
export class Statement {
  readonly params: unknown[] = [];
  #aliases = 0;
  readonly dialect: Dialect;
  /** The quoted names of the tables that subqueries read. */
  readonly subqueried = new Set<string>();

  constructor(dialect: Dialect) {
    this.dialect = dialect;
  }

  /** A function, not a method, to be handed on. */
  readonly bind: Bind = (value) => this.dialect.placeholder(this.params.push(value));

  /** A new name for a table: `t0`, `t1`, … */
  alias(): string {
    return `t${this.#aliases++}`;
  }
}
