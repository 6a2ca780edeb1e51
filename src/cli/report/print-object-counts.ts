import type { CountedKind } from "../../model/object-counts.js";
import type { GenerateReport } from "../../run/generate-databases.js";
import { compareCounts, type ComparedCount } from "./compare-counts.js";
import { count } from "./count.js";

/** What the catalog holds, in one line, and one more for each kind of which the model holds another number. Nothing for a snapshot. */
export function printObjectCounts(report: GenerateReport): readonly string[] {
  const compared = compareCounts(report).filter(({ catalog }) => catalog !== null);
  if (compared.length === 0) return [];
  const different = compared.filter(({ catalog, model }) => catalog !== model);
  const held = compared.map(({ kind, catalog }) => countOf(kind, catalog ?? 0)).join(", ");
  return [
    `catalog: ${held}${different.length === 0 ? ", all in the model" : ""}`,
    ...different.map((one) => `  ${printDifference(one)}`),
  ];
}

function printDifference({ kind, catalog, model, excluded, codes }: ComparedCount): string {
  const reasons = [
    ...(excluded > 0 ? [`${excluded.toLocaleString("en")} left out by the configuration`] : []),
    ...(codes.length > 0 ? [`see ${codes.join(", ")}`] : []),
  ];
  const why = reasons.length === 0 ? "" : `: ${reasons.join("; ")}`;
  return `${model.toLocaleString("en")} of ${countOf(kind, catalog ?? 0)} in the model${why}`;
}

function countOf(kind: CountedKind, number: number): string {
  const [one, many] = words[kind];
  return count(number, one, many);
}

const words: Readonly<Record<CountedKind, readonly [one: string, many?: string]>> = {
  tables: ["table"],
  views: ["view"],
  materializedViews: ["materialized view"],
  columns: ["column"],
  primaryKeys: ["primary key"],
  uniqueKeys: ["unique key"],
  foreignKeys: ["foreign key"],
  checks: ["check"],
  exclusions: ["exclusion constraint"],
  indexes: ["index", "indexes"],
  enums: ["enum"],
  domains: ["domain"],
  composites: ["composite type"],
  ranges: ["range type"],
  sequences: ["sequence"],
  routines: ["routine"],
  triggers: ["trigger"],
  policies: ["policy", "policies"],
  events: ["event"],
};
