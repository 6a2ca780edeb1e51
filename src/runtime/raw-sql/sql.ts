import type { CallOptions, Executor } from "../executor.js";
import { SqlFragment, SqlName } from "./sql-fragment.js";

/**
 * Raw SQL with bound values. Rows are plain objects by column label; 64-bit integers are numbers where a number holds them exactly and bigint beyond,
 * and other values are what their column's type gives in a repository (on SQLite: the stored value as it is).
 */
export interface Sql {
  /** Runs a statement at once. Values are bound, never written into the text; fragments and names are put in their place. */
  <T extends object = Record<string, unknown>>(
    strings: TemplateStringsArray,
    ...values: readonly unknown[]
  ): Promise<T[]>;
  /** Runs a text with the driver's own placeholders (`?` on SQLite, `$1` on PostgreSQL). It is not kept prepared. */
  readonly unsafe: <T extends object = Record<string, unknown>>(
    text: string,
    params?: readonly unknown[],
    options?: CallOptions,
  ) => Promise<T[]>;
  /** A piece of a statement, with its values: ``db.sql.fragment`and name = ${name}` ``. Empty text is a piece, too. */
  readonly fragment: (strings: TemplateStringsArray, ...values: readonly unknown[]) => SqlFragment;
  /** A name of the database, quoted: `db.sql.id("public", "order")`. */
  readonly id: (...parts: readonly [string, ...string[]]) => SqlName;
  /** Values or pieces in a row, with a comma between them or the given piece. At least one. */
  readonly join: (items: readonly unknown[], separator?: SqlFragment) => SqlFragment;
}

export function createSql(executor: Executor): Sql {
  const run = async <T extends object>(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<T[]> => {
    const params: unknown[] = [];
    const text = new SqlFragment(strings, values).write(executor.dialect, params);
    return (await executor.raw(text, params)) as T[];
  };
  const unsafe = async <T extends object>(
    text: string,
    params: readonly unknown[] = [],
    options?: CallOptions,
  ): Promise<T[]> => (await executor.raw(text, params, { ...options, keep: false })) as T[];
  return Object.assign(run, { unsafe, fragment, id, join });
}

function fragment(strings: TemplateStringsArray, ...values: readonly unknown[]): SqlFragment {
  return new SqlFragment(strings, values);
}

function id(...parts: readonly [string, ...string[]]): SqlName {
  return new SqlName(parts);
}

function join(items: readonly unknown[], separator: SqlFragment = comma): SqlFragment {
  const values = items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
  return new SqlFragment(new Array<string>(values.length + 1).fill(""), values);
}

const comma = new SqlFragment([", "], []);
