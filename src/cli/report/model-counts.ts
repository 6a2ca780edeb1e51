import type { DatabaseModel } from "../../model/database-model.js";
import { count } from "./count.js";

/** How much of what a model holds. */
export interface ModelCounts {
  readonly schemas: number;
  readonly tables: number;
  readonly views: number;
  readonly columns: number;
  readonly foreignKeys: number;
  readonly enums: number;
  readonly domains: number;
  readonly composites: number;
  readonly routines: number;
}

/** Counts what a model holds; columns are those of tables and views. */
export function countModel(model: DatabaseModel): ModelCounts {
  const relations = [...model.tables, ...model.views];
  return {
    schemas: model.schemas.length,
    tables: model.tables.length,
    views: model.views.length,
    columns: relations.reduce((sum, { columns }) => sum + columns.length, 0),
    foreignKeys: model.tables.reduce((sum, { foreignKeys }) => sum + foreignKeys.length, 0),
    enums: model.enums.length,
    domains: model.domains.length,
    composites: model.composites.length,
    routines: model.routines.length,
  };
}

/** `11 tables, 64 columns, 11 foreign keys`: what there is none of is left out, but for tables. */
export function printCounts(counts: ModelCounts): string {
  const parts: readonly (readonly [number, string])[] = [
    [counts.schemas > 1 ? counts.schemas : 0, "schema"],
    [counts.views, "view"],
    [counts.columns, "column"],
    [counts.foreignKeys, "foreign key"],
    [counts.enums, "enum"],
    [counts.domains, "domain"],
    [counts.composites, "composite type"],
    [counts.routines, "routine"],
  ];
  const present = parts.filter(([number]) => number > 0).map(([number, one]) => count(number, one));
  return [count(counts.tables, "table"), ...present].join(", ");
}
