import type { CatalogQuery } from "../catalog-query.js";
import type { PartitionRow } from "../mysql-rows.js";

/** One row for each partition, or for each part of it. */
export const partitionsQuery: CatalogQuery<PartitionRow> = {
  name: "partitions",
  columns: () => ({
    schema: "TABLE_SCHEMA",
    table: "TABLE_NAME",
    name: "PARTITION_NAME",
    subpartition: "SUBPARTITION_NAME",
    method: "PARTITION_METHOD",
    expression: "PARTITION_EXPRESSION",
    description: "PARTITION_DESCRIPTION",
    submethod: "SUBPARTITION_METHOD",
    subexpression: "SUBPARTITION_EXPRESSION",
  }),
  from: "information_schema.PARTITIONS",
  schemaColumn: "TABLE_SCHEMA",
  where: "PARTITION_NAME IS NOT NULL",
};
