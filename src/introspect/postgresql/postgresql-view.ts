import type { IndexModel, ViewKeyModel, ViewModel, ViewOriginModel } from "../../model/table-model.js";
import { toSmallestKeys } from "../smallest-keys.js";
import { toViewColumns } from "./postgresql-column.js";
import { toExtra } from "./postgresql-extra.js";
import { toIndexes } from "./postgresql-index.js";
import { toPrivileges } from "./postgresql-privileges.js";
import type { RelationRow, RuleRow } from "./postgresql-rows.js";
import { toTrigger } from "./postgresql-trigger.js";
import type { ViewContext } from "./postgresql-view-context.js";
import { parseNodeTree } from "./view-tree/parse-node-tree.js";
import { hasAt, toNodes } from "./view-tree/tree-fields.js";
import type { ViewAnalysis } from "./view-tree/view-analysis.js";

/** A view or a materialized view. */
export function toView(relation: RelationRow, context: ViewContext): ViewModel {
  const { index } = context;
  const analysis = context.analyser.analyse(relation.oid);
  const indexes = toIndexes(index.indexes.get(relation.oid) ?? [], index.columnNames(relation.oid), []);
  const rules = index.rules.get(relation.oid) ?? [];
  const writes = toWrites(relation, rules);
  const keys = toKeys(analysis, index.columnNames(relation.oid), indexes);
  const origins = toOrigins(relation, analysis, context);
  return {
    schema: relation.schema,
    name: relation.name,
    kind: relation.relkind === "m" ? "materialized" : "view",
    comment: relation.comment,
    columns: toViewColumns(relation, index, analysis),
    definition: relation.definition,
    updatable: writes.length === allWrites.length,
    ...(writes.length === 0 || writes.length === allWrites.length ? {} : { writes }),
    ...(keys.length === 0 ? {} : { keys }),
    ...(origins.length === 0 ? {} : { origins }),
    ...toPrivileges(index.privileges.get(relation.oid), index.columnNames(relation.oid)),
    indexes,
    triggers: (index.triggers.get(relation.oid) ?? []).map(toTrigger),
    extra: toExtra({
      reloptions: relation.reloptions,
      tablespace: relation.tablespace,
      rules: rules.flatMap((rule) => rule.definition ?? []),
    }),
  };
}

type Write = NonNullable<ViewModel["writes"]>[number];

/** The bits of `pg_relation_is_updatable`, INSTEAD OF triggers and rules counted, and the events of rules (`pg_rewrite.ev_type`). */
const allWrites: readonly { readonly write: Write; readonly bit: number; readonly event: string }[] = [
  { write: "insert", bit: 1 << 3, event: "3" },
  { write: "update", bit: 1 << 2, event: "2" },
  { write: "delete", bit: 1 << 4, event: "4" },
];

/** An INSERT or UPDATE that a rule without RETURNING stands in for cannot give its rows back, and so cannot be called. */
function toWrites(relation: RelationRow, rules: readonly RuleRow[]): readonly Write[] {
  const silent = new Set(rules.filter(isSilent).map((rule) => rule.event));
  return allWrites.flatMap(({ write, bit, event }) =>
    (relation.updatable & bit) === 0 || silent.has(event) ? [] : [write],
  );
}

function isSilent({ event, instead, tree }: RuleRow): boolean {
  const statements = toNodes(parseNodeTree(tree ?? ""));
  return (event === "2" || event === "3") && instead && !statements.some((query) => hasAt(query, "returningList"));
}

/** What the query proves, and the unique indexes of a materialized view. */
function toKeys(
  analysis: ViewAnalysis,
  names: ReadonlyMap<number, string>,
  indexes: readonly IndexModel[],
): readonly ViewKeyModel[] {
  const proved = analysis.keys.map((key) => key.flatMap((position) => names.get(position) ?? []));
  const indexed = indexes
    .filter((index) => index.unique && index.valid && index.predicate === null)
    .filter((index) => index.parts.every((part) => part.column !== null))
    .map((index) => index.parts.flatMap((part) => part.column ?? []));
  return toSmallestKeys([...indexed, ...proved]);
}

function toOrigins(relation: RelationRow, analysis: ViewAnalysis, context: ViewContext): readonly ViewOriginModel[] {
  const rows = context.index.columns.get(relation.oid) ?? [];
  return rows.flatMap((row) => {
    const origin = analysis.columns[row.position - 1]?.origin ?? null;
    const from = origin === null ? null : context.findColumn(origin.relation, origin.position);
    return from === null ? [] : [{ column: row.name, from, writable: row.writable }];
  });
}
