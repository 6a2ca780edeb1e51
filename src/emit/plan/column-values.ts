import type { ColumnType } from "../../model/column-type.js";
import type { CheckModel, ColumnModel } from "../../model/table-model.js";

/** The only values that a column's rows can hold. */
export interface ColumnValues {
  readonly values: readonly string[];
  /** Whether they are numbers. */
  readonly numeric: boolean;
}

/** The values that the checks of its table leave a column, or that its own enum lists; null where any value of its type may stand. */
export function valuesOfColumn(column: ColumnModel, checks: readonly CheckModel[]): ColumnValues | null {
  if (column.type.kind === "inlineEnum" || column.type.kind === "set")
    return { values: column.type.values, numeric: false };
  // Under a collation of its own a column can hold other spellings of the same text, and so can a citext; MySQL's binary collations tell every spelling apart.
  const isLoose = column.collation !== null && !column.collation.endsWith("_bin");
  if (isLoose || /(?:^|\.)citext$/.test(column.databaseType)) return null;
  return valuesOfChecks(column.type, checks, column.name);
}

/** The values that checks leave a column or a domain (whose column is called `VALUE`). Checks that old rows may break count for nothing. */
export function valuesOfChecks(type: ColumnType, checks: readonly CheckModel[], column: string): ColumnValues | null {
  const numeric = type.kind === "integer" && !(type.bits === 64 && type.exact);
  if (!numeric && !(type.kind === "text" && !type.fixed)) return null;
  const lists = checks.flatMap(({ oneOf, validated, enforced }) =>
    oneOf !== null && oneOf.column === column && oneOf.numeric === numeric && validated && enforced
      ? [oneOf.values]
      : [],
  );
  const [first, ...others] = lists;
  if (first === undefined) return null;
  const values = [...new Set(first)].filter((value) => others.every((list) => list.includes(value)));
  return values.length === 0 || (numeric && !values.every(isInteger)) ? null : { values, numeric };
}

/** Written as TypeScript prints the number, so that the literal is canonical. */
function isInteger(text: string): boolean {
  return Number.isSafeInteger(Number(text)) && String(Number(text)) === text;
}
