import { invalidQuery, type TableSql } from "../build-sql/table-sql.js";
import { writeValue } from "../build-sql/write-value.js";

/** Appends the driver values of a primary key: a single column's value stands for itself, several are properties of an object. */
export function pushKeyParams(params: unknown[], table: TableSql, key: unknown, doing: string): void {
  const { primaryKey } = table;
  if (primaryKey.length === 0) throw invalidQuery(table, `${doing}: the table has no primary key`);
  for (const column of primaryKey) {
    const value = primaryKey.length === 1 ? key : (key as Readonly<Record<string, unknown>> | null)?.[column.property];
    if (value === undefined || value === null) throw invalidQuery(table, `${doing}: "${column.property}" has no value`);
    params.push(writeValue(column, value, table));
  }
}

/** The condition for the row of a primary key, whose parameters follow `before` others. */
export function keyCondition(table: TableSql, before: number): string {
  const { dialect } = table;
  const terms = table.primaryKey.map(
    ({ name, meta }, index) => `${name} = ${dialect.compared(dialect.placeholder(before + index + 1), meta.type)}`,
  );
  return terms.join(" and ");
}
