import type { Diagnostic, DiagnosticCode } from "../../diagnostics.js";
import { countedKinds, countObjects, type CountedKind } from "../../model/object-counts.js";
import type { GenerateReport } from "../../run/generate-databases.js";

/** The objects of one kind in the catalog and in the model. */
export interface ComparedCount {
  readonly kind: CountedKind;
  /** Null where the catalog does not count them. */
  readonly catalog: number | null;
  readonly model: number;
  /** Those that the configuration leaves out. */
  readonly excluded: number;
  /** The codes of diagnostics that tell why others are not there; empty where none are missing, or nothing tells. */
  readonly codes: readonly string[];
}

/** What diagnostics can tell of objects that the catalog holds and the model does not. */
const explanations: Readonly<Partial<Record<CountedKind, readonly DiagnosticCode[]>>> = {
  views: ["TW1010"],
  materializedViews: ["TW1010"],
  columns: ["TW1010", "TW1012"],
  primaryKeys: ["TW1010", "TW1012"],
  uniqueKeys: ["TW1010", "TW1012"],
  foreignKeys: ["TW1010", "TW1011", "TW1012"],
  checks: ["TW1012"],
  indexes: ["TW1010", "TW1012"],
};

/** Every kind of which there is something, in the report's order. */
export function compareCounts({
  model,
  counted,
  diagnostics,
}: Pick<GenerateReport, "model" | "counted" | "diagnostics">): readonly ComparedCount[] {
  if (counted === null) return [];
  const taken = countObjects(model);
  const present = new Set(diagnostics.map(({ code }: Diagnostic) => code));
  const compared = countedKinds.map((kind): ComparedCount => {
    const catalog = counted.catalog[kind] ?? null;
    const read = counted.read[kind] ?? 0;
    const isMissing = catalog !== null && catalog !== read;
    const codes = isMissing ? (explanations[kind] ?? []).filter((code) => present.has(code)) : [];
    return { kind, catalog, model: taken[kind], excluded: read - taken[kind], codes };
  });
  return compared.filter(({ catalog, model: own }) => (catalog ?? 0) + own > 0);
}
