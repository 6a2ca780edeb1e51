import type { RunConfig } from "../../config/config.js";
import type { GenerateReport } from "../../run/generate-databases.js";
import type { Style } from "../style.js";
import { count } from "./count.js";
import { countModel, printCounts } from "./model-counts.js";
import { printDiagnostics } from "./print-diagnostics.js";
import { printObjectCounts } from "./print-object-counts.js";
import { shownPath } from "./shown-path.js";
import { visible } from "./visible.js";

export interface ReportOptions {
  readonly run: RunConfig;
  readonly style: Style;
  readonly cwd: string;
}

/** What `generate` did for one database, in lines. */
export function printGenerateReport(report: GenerateReport, options: ReportOptions): readonly string[] {
  const { run, style, cwd } = options;
  return [
    `${style.bold(visible(report.name))}  ${printCounts(countModel(report.model))}${printSource(report, style)}`,
    `  ${style.green(shownPath(report.out, cwd))}: ${printFiles(report, run.dryRun === true)}`,
    ...(run.dryRun === true || run.verbose === true ? printPaths(report, style) : []),
    ...printObjectCounts(report).map((line) => `  ${line}`),
    ...printDiagnostics(report.diagnostics, style, run.verbose === true).map((line) => `  ${line}`),
  ];
}

function printSource({ model, statements }: GenerateReport, style: Style): string {
  return style.dim(
    statements === 0
      ? `  (${model.engine}, from a snapshot)`
      : `  (${model.engine}, ${count(statements, "statement")})`,
  );
}

function printFiles({ written, removed, unchanged, refused }: GenerateReport, dryRun: boolean): string {
  if (refused) return "nothing is written, as --strict does not let warnings pass";
  const would = dryRun ? "would be " : "";
  const parts = [
    written.length > 0 || unchanged === 0 ? [`${count(written.length, "file")} ${would}written`] : [],
    removed.length > 0 ? [`${removed.length} ${would}removed`] : [],
    unchanged > 0
      ? [`${written.length === 0 && removed.length === 0 ? count(unchanged, "file") : unchanged} unchanged`]
      : [],
  ];
  return parts.flat().join(", ");
}

function printPaths({ written, removed }: GenerateReport, style: Style): readonly string[] {
  return [
    ...written.map((path) => `    ${style.green("+")} ${path}`),
    ...removed.map((path) => `    ${style.red("-")} ${path}`),
  ];
}
