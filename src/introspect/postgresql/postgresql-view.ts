import type { ViewModel } from "../../model/table-model.js";
import type { CatalogIndex } from "./catalog-index.js";
import { toViewColumns } from "./postgresql-column.js";
import { toExtra } from "./postgresql-extra.js";
import { toIndexes } from "./postgresql-index.js";
import type { RelationRow } from "./postgresql-rows.js";
import { toTrigger } from "./postgresql-trigger.js";

/** A view or a materialized view. */
export function toView(relation: RelationRow, index: CatalogIndex): ViewModel {
  return {
    schema: relation.schema,
    name: relation.name,
    kind: relation.relkind === "m" ? "materialized" : "view",
    comment: relation.comment,
    columns: toViewColumns(relation, index),
    definition: relation.definition,
    updatable: (relation.updatable & anyWrite) === anyWrite,
    indexes: toIndexes(index.indexes.get(relation.oid) ?? [], index.columnNames(relation.oid), []),
    triggers: (index.triggers.get(relation.oid) ?? []).map(toTrigger),
    extra: toExtra({ reloptions: relation.reloptions, tablespace: relation.tablespace }),
  };
}

/** The bits of update, insert and delete that `pg_relation_is_updatable` sets, INSTEAD OF triggers counted. */
const anyWrite = (1 << 2) | (1 << 3) | (1 << 4);
