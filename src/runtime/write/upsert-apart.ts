import { Statement } from "../build-sql/statement.js";
import type { TableSql } from "../build-sql/table-sql.js";
import { UniqueViolationError } from "../errors/constraint-errors.js";
import type { CallOptions, Executor } from "../executor.js";
import type { ColumnSet } from "./column-sets.js";
import { inTransaction } from "./in-transaction.js";
import { insertAndReread } from "./insert-and-reread.js";
import { insertClause, skipped } from "./insert-row.js";
import { toRereadKey } from "./reread-key.js";
import { rereadRow } from "./reread-rows.js";
import type { UpsertPlan } from "./upsert-plan.js";

/** An upsert by several statements. */
export interface UpsertApart {
  readonly table: TableSql;
  readonly set: ColumnSet;
  readonly plan: UpsertPlan;
  /** The driver values of the set's columns. */
  readonly params: readonly unknown[];
}

/** Inserts or updates by one statement, and reads the row again. A key that holds null meets no row. */
export function upsertAndReread(
  executor: Executor,
  upsert: UpsertApart,
  options: CallOptions | undefined,
): Promise<object> {
  const { table, set, plan, params } = upsert;
  return inTransaction(executor, async (tx) => {
    if (keyOf(upsert).includes(null)) {
      const insertion = { table, sql: insertClause(table, set), params, columns: set.columns, rows: [params] };
      return (await insertAndReread(tx, { ...insertion, key: toRereadKey(table, set) }, options)) ?? skipped(table);
    }
    try {
      await tx.prepare(plan.sql, { table: table.meta }).run(params, options);
    } catch (error) {
      if (table.dialect.writes.upsert.metAnother?.(error) !== true) throw error;
      return insertOrUpdate(tx, upsert, options);
    }
    return reread(tx, upsert, options);
  });
}

/**
 * Inserts the row; where that breaks a unique key, updates the row of the key that was meant. Where that key has no row, the broken one is another, which is
 * the caller's error.
 */
export function insertOrUpdate(
  executor: Executor,
  upsert: UpsertApart,
  options: CallOptions | undefined,
): Promise<object> {
  const { table, set, params } = upsert;
  return inTransaction(executor, async (tx) => {
    try {
      await tx.prepare(insertClause(table, set), { table: table.meta }).run(params, options);
    } catch (error) {
      if (!(error instanceof UniqueViolationError) || !(await updateMeant(tx, upsert, options))) throw error;
    }
    return reread(tx, upsert, options);
  });
}

/** Updates the row of the key; whether there is one. */
async function updateMeant(tx: Executor, upsert: UpsertApart, options: CallOptions | undefined): Promise<boolean> {
  const { table, set, plan, params } = upsert;
  const { dialect, name, meta } = table;
  const key = keyOf(upsert);
  const isKey = (statement: Statement): string => {
    const terms = plan.key.map((column, index) => {
      return `${column.name} = ${dialect.compared(statement.bind(key[index]), column.meta.type)}`;
    });
    return terms.join(" and ");
  };
  const read = new Statement(dialect);
  const found = `select 1 from ${name} where ${isKey(read)}${dialect.lock("update", name)}`;
  if ((await tx.prepare(found, { table: meta }).all(read.params, options)).length === 0) return false;
  if (plan.updated.length === 0) return true;
  const write = new Statement(dialect);
  const assignments = plan.updated.map((column) => {
    const position = set.columns.indexOf(column);
    return `${column.name} = ${position < 0 ? "default" : write.bind(params[position])}`;
  });
  const update = `update ${name} set ${assignments.join(", ")} where ${isKey(write)}`;
  await tx.prepare(update, { table: meta }).run(write.params, options);
  return true;
}

async function reread(tx: Executor, upsert: UpsertApart, options: CallOptions | undefined): Promise<object> {
  const { table, plan } = upsert;
  const row = await rereadRow(tx, { table, columns: plan.key, keys: [keyOf(upsert)] }, options);
  return row ?? skipped(table);
}

function keyOf({ set, plan, params }: UpsertApart): readonly unknown[] {
  return plan.key.map((column) => params[set.columns.indexOf(column)]);
}
