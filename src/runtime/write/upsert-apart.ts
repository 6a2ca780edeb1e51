import { Statement } from "../build-sql/statement.js";
import type { TableSql } from "../build-sql/table-sql.js";
import { UniqueViolationError } from "../errors/constraint-errors.js";
import type { CallOptions, Executor } from "../executor.js";
import type { ColumnSet } from "./column-sets.js";
import { inTransaction } from "./in-transaction.js";
import { insertAndReread } from "./insert-and-reread.js";
import { insertSql, skipped, writtenValue } from "./insert-row.js";
import { wholeProjection } from "../read/projection.js";
import { returnedText, returningOptions } from "./returning.js";
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
  const { table, plan, params } = upsert;
  return inTransaction(executor, async (tx) => {
    if (keyOf(upsert).includes(null)) return insertAlone(tx, upsert, options);
    try {
      await tx.prepare(plan.sql, { table: table.meta }).run(params, options);
    } catch (error) {
      if (table.dialect.writes.upsert?.metAnother?.(error) !== true) throw error;
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
      await tx.prepare(insertSql(table, set), { table: table.meta }).run(params, options);
    } catch (error) {
      if (!(error instanceof UniqueViolationError) || !(await updateMeant(tx, upsert, options))) throw error;
    }
    return reread(tx, upsert, options);
  });
}

/**
 * Looks for the row of the key, and locks it, before the row is inserted: of engines without a statement for both. Another caller can come between; then the
 * insertion breaks the key and the row is there. A key that holds null may meet a row or not, as the engine has it.
 */
export function upsertInSteps(
  executor: Executor,
  upsert: UpsertApart,
  options: CallOptions | undefined,
): Promise<object> {
  return inTransaction(executor, async (tx) => {
    if (!keyOf(upsert).includes(null)) {
      const met = await updateMeant(tx, upsert, options);
      return met ? reread(tx, upsert, options) : insertOrUpdate(tx, upsert, options);
    }
    try {
      return await insertAlone(tx, upsert, options);
    } catch (error) {
      if (!(error instanceof UniqueViolationError) || !(await updateMeant(tx, upsert, options))) throw error;
      return reread(tx, upsert, options);
    }
  });
}

/** Inserts the row whatever else there is. */
async function insertAlone(
  tx: Executor,
  { table, set, params }: UpsertApart,
  options: CallOptions | undefined,
): Promise<object> {
  if (table.returning.insert) {
    const statement = tx.prepare(insertSql(table, set, returnedText(table)), returningOptions(table));
    const [row] = await statement.all(params, options);
    return row === undefined ? skipped(table) : wholeProjection(table).read(row);
  }
  const insertion = { table, sql: insertSql(table, set), params, columns: set.columns, rows: [params] };
  return (await insertAndReread(tx, { ...insertion, key: toRereadKey(table, set) }, options)) ?? skipped(table);
}

/** Updates the row of the key; whether there is one. */
async function updateMeant(tx: Executor, upsert: UpsertApart, options: CallOptions | undefined): Promise<boolean> {
  const { table, set, plan, params } = upsert;
  const { dialect, name, meta } = table;
  const key = keyOf(upsert);
  const isKey = (statement: Statement, prefix = ""): string => {
    const terms = plan.key.map((column, index) => {
      const operand = `${prefix}${column.name}`;
      if (key[index] === null) return `${operand} is null`;
      return `${operand} = ${dialect.compared(statement.bind(key[index]), column.meta.type)}`;
    });
    return terms.join(" and ");
  };
  const read = new Statement(dialect);
  const parts = { columns: "1", from: `${name} t0`, alias: "t0", where: isKey(read, "t0."), order: "" };
  const found = await tx
    .prepare(dialect.select({ ...parts, lock: "update" }), { table: meta })
    .all(read.params, options);
  if (found.length === 0) return false;
  if (plan.updated.length === 0) return true;
  const write = new Statement(dialect);
  const assignments = plan.updated.map((column) => {
    const position = set.columns.indexOf(column);
    return `${column.name} = ${position < 0 ? "default" : writtenValue(dialect, column, write.bind(params[position]))}`;
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
