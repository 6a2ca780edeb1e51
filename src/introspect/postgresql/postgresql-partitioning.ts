import type { PartitioningModel, PartitionModel } from "../../model/table-model.js";
import { compareCodePoints } from "../../lang/compare-code-points.js";
import type { CatalogIndex } from "./catalog-index.js";
import type { InheritanceRow, RelationRow } from "./postgresql-rows.js";

/** How a table is spread over its partitions, which may have partitions of their own. Null for a table that has no partition key. */
export function toPartitioning(relation: RelationRow, index: CatalogIndex): PartitioningModel | null {
  const [, method, key] = /^(\w+) \((.*)\)$/s.exec(relation.partition_key ?? "") ?? [];
  if (method === undefined || key === undefined) return null;
  const partitions = (index.children.get(relation.oid) ?? []).map(toPartition).toSorted(byName);
  return { method: method.toLowerCase(), key, partitions };
}

function toPartition(row: InheritanceRow): PartitionModel {
  return { schema: row.child_schema, name: row.child_name, bound: row.bound ?? "" };
}

function byName(left: PartitionModel, right: PartitionModel): number {
  return compareCodePoints(left.schema, right.schema) || compareCodePoints(left.name, right.name);
}
