import type { TableSql } from "../build-sql/table-sql.js";
import { after } from "../eventually.js";
import type { CallOptions, Eventually, Executor } from "../executor.js";
import { KeyReader } from "../read/key-reader.js";
import { wholeProjection } from "../read/projection.js";
import type { ColumnSet, ColumnSets } from "./column-sets.js";
import { skipped } from "./insert-row.js";
import { insertOrUpdate, upsertAndReread, upsertInSteps } from "./upsert-apart.js";
import { planUpsert, type UpsertPlan } from "./upsert-plan.js";
import { pushParams } from "./write-params.js";

/** Options of an upsert, as a repository sees them. */
export interface UpsertQuery extends CallOptions {
  readonly on: string;
  readonly update?: readonly PropertyKey[] | undefined;
}

/** Inserts single rows, or updates those whose key exists. */
export class RowUpserter {
  readonly #executor: Executor;
  readonly #table: TableSql;
  readonly #sets: ColumnSets;
  readonly #plans = new WeakMap<ColumnSet, Map<string, UpsertPlan>>();

  constructor(executor: Executor, table: TableSql, sets: ColumnSets) {
    this.#executor = executor;
    this.#table = table;
    this.#sets = sets;
  }

  /** The row as it is in the database afterwards. */
  upsert(values: object, query: UpsertQuery): Eventually<object> {
    const set = this.#sets.of(values);
    const plan = this.#planOf(set, query);
    const params: unknown[] = [];
    pushParams(params, this.#table, set.columns, values);
    const upsert = { set, plan, params, values, query, attempts: 0 };
    const told = { table: this.#table, ...upsert };
    const { metAnother } = this.#table.dialect.writes.upsert ?? {};
    if (metAnother === undefined) return upsertInSteps(this.#executor, told, query);
    if (!this.#table.returning.insert) return upsertAndReread(this.#executor, told, query);
    return metAnother === null ? this.#write(upsert) : this.#writeGuarded(upsert);
  }

  #write(upsert: Upsert): Eventually<object> {
    const { plan, params, query } = upsert;
    const { wide, read } = wholeProjection(this.#table);
    const statement = this.#executor.prepare(plan.sql, { table: this.#table.meta, wide });
    return after(statement.all(params, query), ([row]) => {
      if (row !== undefined) return read(row);
      return plan.updated.length > 0 ? skipped(this.#table) : this.#readExisting(upsert);
    });
  }

  async #writeGuarded(upsert: Upsert): Promise<object> {
    try {
      return await this.#write(upsert);
    } catch (error) {
      if (this.#table.dialect.writes.upsert?.metAnother?.(error) !== true) throw error;
      return insertOrUpdate(this.#executor, { table: this.#table, ...upsert }, upsert.query);
    }
  }

  /** The existing row can be deleted before it is read: then the insertion is tried again. */
  #readExisting(upsert: Upsert): Eventually<object> {
    const { plan, values, query, attempts } = upsert;
    const key = plan.key.map(({ property }) => (values as Readonly<Record<string, unknown>>)[property]);
    const found = new KeyReader(this.#executor, this.#table, plan.key).read(key, query);
    return after(found, (entity) => {
      if (entity !== undefined) return entity;
      return attempts < attemptsMax ? this.#write({ ...upsert, attempts: attempts + 1 }) : skipped(this.#table);
    });
  }

  #planOf(set: ColumnSet, query: UpsertQuery): UpsertPlan {
    let plans = this.#plans.get(set);
    if (plans === undefined) this.#plans.set(set, (plans = new Map<string, UpsertPlan>()));
    const key = JSON.stringify([query.on, query.update]);
    let plan = plans.get(key);
    if (plan === undefined) plans.set(key, (plan = planUpsert(this.#table, set, query)));
    return plan;
  }
}

interface Upsert {
  readonly set: ColumnSet;
  readonly plan: UpsertPlan;
  readonly params: readonly unknown[];
  readonly values: object;
  readonly query: UpsertQuery;
  readonly attempts: number;
}

const attemptsMax = 3;
