import { columnsOf, invalidQuery, type ColumnSql, type TableSql } from "../build-sql/table-sql.js";
import { QueryError } from "../errors/query-errors.js";
import type { Inserted } from "../executor.js";
import type { ColumnSet } from "./column-sets.js";

/** A key by which rows are found again after they were inserted. */
export interface RereadKey {
  readonly columns: readonly ColumnSql[];
  /** The one of them that the table's counter fills; null where all are given. */
  readonly counted: ColumnSql | null;
}

/**
 * The key for rows that give these columns: the primary key, given or counted by the table, or another one that is given. An `InvalidQueryError` where there
 * is none: the engine would make a key (`default (uuid())`) that nothing tells of.
 */
export function toRereadKey(table: TableSql, set: ColumnSet): RereadKey {
  const key = findRereadKey(table, set);
  if (key !== null) return key;
  const [counted] = table.primaryKey.filter((column) => !set.columns.includes(column));
  const missing = counted === undefined ? "the table has no primary key" : `"${counted.property}" has no value`;
  throw invalidQuery(
    table,
    `inserting: ${missing}, and ${table.dialect.name} gives no row back to read what it made of it; give the values of a key`,
  );
}

/** The same key; null where there is none. */
export function findRereadKey(table: TableSql, { columns }: ColumnSet): RereadKey | null {
  const given = new Set(columns);
  const isGiven = (key: readonly ColumnSql[]): boolean => key.length > 0 && key.every((column) => given.has(column));
  const { primaryKey } = table;
  if (isGiven(primaryKey)) return { columns: primaryKey, counted: null };
  const [counted, ...others] = primaryKey.filter((column) => !given.has(column));
  if (counted !== undefined && others.length === 0 && isCounter(counted)) return { columns: primaryKey, counted };
  const keys = Object.values(table.meta.keys ?? {}).map((key) =>
    columnsOf(table, key, "inserting: reading a key over"),
  );
  const other = keys.find((key) => isGiven(key) && key.every(({ nullable }) => !nullable));
  return other === undefined ? null : { columns: other, counted: null };
}

/** The first number that an insertion took from the table's counter. */
export function firstCounted(table: TableSql, { insertId }: Inserted): bigint {
  if (insertId !== null) return BigInt(insertId);
  const { name, schema = null } = table.meta;
  throw new QueryError(`${name}: inserting: the primary key that the database made is not from a counter`, {
    table: name,
    schema,
  });
}

/** Whether a counter may fill a column. */
function isCounter({ meta, codec }: ColumnSql): boolean {
  return meta.filled === "default" && counters.has(codec.name);
}

const counters: ReadonlySet<string> = new Set(["int32", "safeInteger", "int64", "int64Number", "int64String"]);
