import { columnsOf } from "../build-sql/table-sql.js";
import { after } from "../eventually.js";
import type { CallOptions, Eventually, Executor, Row } from "../executor.js";
import { attachRelated, type Parents } from "./attach-related.js";
import { parentColumns, type Inclusion } from "./inclusion.js";
import { KeyIndex } from "./key-index.js";
import type { RowPlan } from "./plan-list.js";
import { planRelated } from "./plan-related.js";
import { positionOf, prepareOptions } from "./projection.js";

/** A plan's rows. */
export interface PlannedRows {
  readonly plan: RowPlan;
  readonly rows: readonly Row[];
}

/** Makes the results of rows and loads their relations, one statement for each relation at whatever depth, whatever the number of rows. */
export function completeRows(
  executor: Executor,
  { plan, rows }: PlannedRows,
  options: CallOptions,
): Eventually<object[]> {
  const results = rows.map(plan.projection.read);
  let loaded: Eventually<void> = undefined;
  for (const inclusion of plan.inclusions) {
    loaded = after(loaded, () => loadRelation({ executor, inclusion, options }, { plan, rows, results }));
  }
  return after(loaded, () => results);
}

interface Loading {
  readonly executor: Executor;
  readonly inclusion: Inclusion;
  readonly options: CallOptions;
}

function loadRelation(
  { executor, inclusion, options }: Loading,
  parents: PlannedRows & { readonly results: readonly object[] },
): Eventually<void> {
  const { projection } = parents.plan;
  const columns = columnsOf(projection.table, inclusion.relation.from, `including "${inclusion.property}" over`);
  const positions = columns.map((column) => positionOf(projection, column));
  const index = new KeyIndex(positions);
  const slots = parents.rows.map((row) => index.add(row));
  const attach: Parents = { inclusion, index, slots, results: parents.results };
  if (index.keys.length === 0) return attachRelated(attach, { rows: [], results: [], keyPositions: [] });
  const plan = planRelated(inclusion, projection.table, { columns, keys: index.keys });
  const further = parentColumns(plan.projection.table, plan.inclusions);
  const statement = executor.prepare(plan.sql, prepareOptions(plan.projection, [...plan.source.keys, ...further]));
  return after(statement.all(plan.params, options), (rows) =>
    after(completeRows(executor, { plan, rows }, options), (results) =>
      attachRelated(attach, { rows, results, keyPositions: plan.keyPositions }),
    ),
  );
}
