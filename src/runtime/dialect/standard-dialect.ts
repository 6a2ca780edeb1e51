import { always } from "../condition/logic.js";
import type { Dialect, SelectParts } from "./dialect.js";

/** What most engines spell alike. */
export const standardDialect = {
  selected: (column) => column,
  written: (placeholder) => placeholder,
  isNotTrue: (condition) => `(${condition}) is not true`,
  counting: "count(*)",
  updateRows: ({ table, alias, assignments, join }) => `update ${table} as ${alias}${join} set ${assignments}`,
} as const satisfies Partial<Dialect>;

/** What ends a statement that reads rows. */
export interface SelectEnd {
  /** ` limit …`, or nothing; with a space before it. */
  readonly slice: (limit: number | undefined, offset: number | undefined) => string;
  /** ` for …` about the table of that alias; nothing where the engine has no such thing. */
  readonly lock: (mode: "update" | "share", alias: string) => string;
}

/** `select … from … where … order by … limit … for …`. */
export function selectEndingIn({ slice, lock }: SelectEnd): Dialect["select"] {
  return (parts) =>
    `${selectFrom(parts)}${parts.order}${slice(parts.limit, parts.offset)}${parts.lock === undefined ? "" : lock(parts.lock, parts.alias)}`;
}

/** `select … from … where …`. */
export function selectFrom({ columns, from, where }: Pick<SelectParts, "columns" | "from" | "where">): string {
  return `select ${columns} from ${from}${where === always ? "" : ` where ${where}`}`;
}
