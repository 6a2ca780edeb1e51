import type { Dialect } from "../dialect/dialect.js";
import { InvalidQueryError } from "../errors/query-errors.js";

/** A piece of SQL with its values apart, to be put into a larger piece. Runs nothing. */
export class SqlFragment {
  readonly #strings: readonly string[];
  readonly #values: readonly unknown[];

  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.#strings = strings;
    this.#values = values;
  }

  /** Writes the text for a dialect, adding its values to `params`. */
  write(dialect: Dialect, params: unknown[]): string {
    let text = this.#strings[0] ?? "";
    this.#values.forEach((value, index) => {
      text += writeValue(value, dialect, params) + (this.#strings[index + 1] ?? "");
    });
    return text;
  }
}

/** A quoted name, with its schema in front where one is given. */
export class SqlName {
  readonly #parts: readonly string[];

  constructor(parts: readonly string[]) {
    this.#parts = parts;
  }

  write(dialect: Dialect): string {
    return this.#parts.map((part) => dialect.quote(part)).join(".");
  }
}

function writeValue(value: unknown, dialect: Dialect, params: unknown[]): string {
  if (value instanceof SqlFragment) return value.write(dialect, params);
  if (value instanceof SqlName) return value.write(dialect);
  if (value === undefined)
    throw new InvalidQueryError(`sql: value ${params.length + 1} is undefined: give null for NULL`);
  params.push(value);
  return dialect.placeholder(params.length);
}
