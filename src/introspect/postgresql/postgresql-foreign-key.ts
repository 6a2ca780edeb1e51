import type { ForeignKeyModel, ForeignKeyTarget, ReferentialAction } from "../../model/table-model.js";
import { toDeferrable, toNames, type ColumnNames } from "./postgresql-key.js";
import type { ConstraintRow } from "./postgresql-rows.js";

/** A foreign key; its target may lie outside the schemas that were read, and then has no `targetNames`. */
export function toForeignKey(row: ConstraintRow, columnNames: ColumnNames, targetNames: ColumnNames): ForeignKeyModel {
  return {
    name: row.name,
    columns: toNames(row.columns, columnNames),
    references: toTarget(row, targetNames),
    onUpdate: actions.get(row.confupdtype) ?? "noAction",
    onDelete: actions.get(row.confdeltype) ?? "noAction",
    match: matches.get(row.confmatchtype) ?? "simple",
    deferrable: toDeferrable(row),
    validated: row.convalidated,
    enforced: row.enforced,
    comment: row.comment,
  };
}

function toTarget(row: ConstraintRow, columnNames: ColumnNames): ForeignKeyTarget {
  return {
    schema: row.referenced_schema ?? "",
    name: row.referenced_name ?? "",
    columns: row.referenced_columns ?? toNames(row.referenced_positions, columnNames),
  };
}

/** `pg_constraint.confupdtype` and `confdeltype`, https://www.postgresql.org/docs/current/catalog-pg-constraint.html. */
const actions: ReadonlyMap<string, ReferentialAction> = new Map<string, ReferentialAction>([
  ["a", "noAction"],
  ["r", "restrict"],
  ["c", "cascade"],
  ["n", "setNull"],
  ["d", "setDefault"],
]);

const matches: ReadonlyMap<string, ForeignKeyModel["match"]> = new Map<string, ForeignKeyModel["match"]>([
  ["s", "simple"],
  ["f", "full"],
  ["p", "partial"],
]);
