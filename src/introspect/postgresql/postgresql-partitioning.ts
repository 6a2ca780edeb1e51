import type { PartitioningModel, PartitionModel } from "../../model/table-model.js";
import { compareCodePoints } from "../../lang/compare-code-points.js";
import type { CatalogIndex } from "./catalog-index.js";
import type { RelationRow } from "./postgresql-rows.js";

/** How a table is spread; its partitions' own partitions are listed among them. Null for a table that has no partition key. */
export function toPartitioning(relation: RelationRow, index: CatalogIndex): PartitioningModel | null {
  const [, method, key] = /^(\w+) \((.*)\)$/s.exec(relation.partition_key ?? "") ?? [];
  if (method === undefined || key === undefined) return null;
  const partitions = toPartitions(relation.oid, index);
  return { method: method.toLowerCase(), key, partitions: partitions.toSorted(byName) };
}

function toPartitions(parent: number, index: CatalogIndex): readonly PartitionModel[] {
  return (index.children.get(parent) ?? []).flatMap((row) => [
    { schema: row.child_schema, name: row.child_name, bound: row.bound ?? "" },
    ...toPartitions(row.child, index),
  ]);
}

function byName(left: PartitionModel, right: PartitionModel): number {
  return compareCodePoints(left.schema, right.schema) || compareCodePoints(left.name, right.name);
}
