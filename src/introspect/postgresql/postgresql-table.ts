import { groupBy } from "../../lang/group-by.js";
import type { EngineExtra, TableModel } from "../../model/table-model.js";
import type { CatalogIndex } from "./catalog-index.js";
import { toCheck } from "./postgresql-check.js";
import { toPlainTypeOf, toTableColumns } from "./postgresql-column.js";
import { toExtra } from "./postgresql-extra.js";
import { toForeignExtra } from "./postgresql-foreign-extra.js";
import { toForeignKey } from "./postgresql-foreign-key.js";
import { toIndexes } from "./postgresql-index.js";
import { toKey, toNames } from "./postgresql-key.js";
import { toPartitioning } from "./postgresql-partitioning.js";
import { toPolicy } from "./postgresql-policy.js";
import { toPrivileges } from "./postgresql-privileges.js";
import type { ConstraintRow, RelationRow } from "./postgresql-rows.js";
import { toTrigger } from "./postgresql-trigger.js";

/** A table, a partitioned table or a foreign table. */
export function toTable(relation: RelationRow, index: CatalogIndex): TableModel {
  const names = index.columnNames(relation.oid);
  const constraints = groupBy(index.constraints.get(relation.oid) ?? [], (row) => row.contype);
  const of = (contype: string): readonly ConstraintRow[] => constraints.get(contype) ?? [];
  const indexRows = index.indexes.get(relation.oid) ?? [];
  const parents = (index.parents.get(relation.oid) ?? []).filter((row) => row.bound === null);
  return {
    schema: relation.schema,
    name: relation.name,
    kind: relation.relispartition ? "partition" : (tableKinds.get(relation.relkind) ?? "table"),
    comment: relation.comment,
    columns: toTableColumns(
      relation,
      index,
      of("n").flatMap((row) => toNames(row.columns, names)),
    ),
    primaryKey: of("p").map((row) => toKey(row, names, indexRows))[0] ?? null,
    uniqueKeys: of("u").map((row) => toKey(row, names, indexRows)),
    // With a period it wants ranges covered and joins no equal values: `extra` has it.
    foreignKeys: of("f").flatMap((row) =>
      row.period ? [] : [toForeignKey(row, names, index.columnNames(row.referenced))],
    ),
    checks: of("c").map((row) => toCheck(row, (column) => toPlainTypeOf(relation, column, index))),
    exclusions: of("x").map(({ name, definition, comment }) => ({ name, definition: definition ?? "", comment })),
    indexes: toIndexes(indexRows, names, index.constraints.get(relation.oid) ?? []),
    triggers: (index.triggers.get(relation.oid) ?? []).map(toTrigger),
    policies: (index.policies.get(relation.oid) ?? []).map(toPolicy),
    partitioning: toPartitioning(relation, index),
    inherits: parents.map((row) => ({ schema: row.parent_schema, name: row.parent_name })),
    ...toPrivileges(index.privileges.get(relation.oid), names),
    extra: toTableExtra(relation, index),
  };
}

const tableKinds: ReadonlyMap<string, TableModel["kind"]> = new Map<string, TableModel["kind"]>([
  ["p", "partitioned"],
  ["f", "foreign"],
]);

/** `constraints` holds the whole text of those that say more than the model does, by name. */
function toTableExtra(relation: RelationRow, index: CatalogIndex): EngineExtra {
  const constraints = index.constraints.get(relation.oid) ?? [];
  const special = constraints.filter((row) => row.definition !== null && row.contype !== "x");
  return toExtra({
    relpersistence: relation.relpersistence === "u" ? "unlogged" : null,
    relrowsecurity: relation.relrowsecurity,
    relforcerowsecurity: relation.relforcerowsecurity,
    reloptions: relation.reloptions,
    tablespace: relation.tablespace,
    ...toForeignExtra(relation, index.columns.get(relation.oid) ?? []),
    constraints: special.map((row) => `${row.name}: ${row.definition ?? ""}`),
    rules: (index.rules.get(relation.oid) ?? []).flatMap((rule) => rule.definition ?? []),
    statistics: (index.statistics.get(relation.oid) ?? []).map((row) => row.definition),
  });
}
