import type { FileDifference } from "../../emit/compare-files.js";
import type { Change } from "../../model/diff-models.js";
import type { CheckReport } from "../../run/check-databases.js";
import type { Style } from "../style.js";
import type { ReportOptions } from "./generate-report.js";
import { printChanges } from "./print-changes.js";
import { printDiagnostics } from "./print-diagnostics.js";
import { shownPath } from "./shown-path.js";
import { visible } from "./visible.js";

/** What `check` found for one database, in lines. */
export function printCheckReport(report: CheckReport, { run, style, cwd }: ReportOptions): readonly string[] {
  const folder = shownPath(report.out, cwd);
  const isCurrent = report.differences.length === 0;
  const state = isCurrent ? style.green("is up to date") : style.red("is not up to date");
  return [
    `${style.bold(visible(report.name))}  ${folder} ${state}`,
    ...report.differences.map((one) => `  ${printDifference(one, style)}`),
    ...printSchemaChanges(report.changes, style),
    ...printDiagnostics(report.diagnostics, style, run.verbose === true).map((line) => `  ${line}`),
  ];
}

const meanings: Readonly<Record<FileDifference["kind"], string>> = {
  missing: "not there",
  stale: "would be generated otherwise now",
  edited: "changed by hand since it was generated",
  orphan: "generated once, and called for no more",
};

function printDifference({ kind, path }: FileDifference, style: Style): string {
  return `${style.yellow(kind.padEnd(7))} ${path}  ${style.dim(meanings[kind])}`;
}

function printSchemaChanges(changes: readonly Change[], style: Style): readonly string[] {
  if (changes.length === 0) return [];
  return ["  the database changed since the snapshot:", ...printChanges(changes, style).map((line) => `    ${line}`)];
}
