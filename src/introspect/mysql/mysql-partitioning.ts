import { groupBy } from "../../lang/group-by.js";
import type { PartitioningModel } from "../../model/table-model.js";
import { compareCodePoints } from "../../lang/compare-code-points.js";
import type { CatalogIndex } from "./catalog-index.js";
import type { PartitionRow } from "./mysql-rows.js";

/** How a table's rows are spread; null for a table without partitions. The partitions are no tables of their own. */
export function toPartitioning(rows: readonly PartitionRow[], index: CatalogIndex): PartitioningModel | null {
  const [first] = rows;
  if (first === undefined) return null;
  const byName = groupBy(rows, (row) => row.name);
  const schema = index.schemaName(first.schema);
  const partitions = [...byName].map(([name, [row]]) => ({
    schema,
    name,
    bound: row === undefined ? "" : toBound(row),
  }));
  return {
    method: first.method.toLowerCase(),
    key: index.localSql(first.expression ?? ""),
    partitions: partitions.toSorted((one, other) => compareCodePoints(one.name, other.name)),
  };
}

/** How partitions are spread further: ``hash (`site`)``, and how many parts each has; null where they are not. */
export function toSubpartitioning(rows: readonly PartitionRow[]): string | null {
  const [first] = rows;
  if (first === undefined || first.submethod === null) return null;
  const count = rows.filter((row) => row.name === first.name).length;
  return `${first.submethod.toLowerCase()} (${first.subexpression ?? ""}) subpartitions ${count}`;
}

function toBound({ method, description }: PartitionRow): string {
  if (description === null) return "";
  if (/^RANGE/i.test(method))
    return `VALUES LESS THAN ${description === "MAXVALUE" ? description : `(${description})`}`;
  return /^LIST/i.test(method) && description !== "DEFAULT" ? `VALUES IN (${description})` : description;
}
