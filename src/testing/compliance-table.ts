import { textWidth } from "../lang/text-width.js";
import type { ComplianceResult } from "./run-compliance.js";

/** What a cell of the table says: a test ran and passed, or failed, or the dialect lacks what it needs. */
export const marks = { passed: "✓", failed: "failed", off: "–", notRun: "" } as const;

/** The results as a Markdown table: a row for each case, in the order in which they came, and a column for each dialect. */
export function printComplianceTable(results: readonly ComplianceResult[]): string {
  const dialects = [...new Set(results.map(({ dialect }) => dialect))];
  const names = [...new Set(results.map(({ name }) => name))];
  const found = new Map(results.map((result) => [`${result.dialect}\0${result.name}`, result.outcome]));
  const rows = names.map((name) => [
    `\`${name}\``,
    ...dialects.map((dialect) => markOf(found.get(`${dialect}\0${name}`))),
  ]);
  return printMarkdownTable(["case", ...dialects], rows);
}

/** A Markdown table whose columns are as wide as their widest cell. */
export function printMarkdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, place) =>
    Math.max(3, ...[title, ...rows.map((row) => row[place] ?? "")].map(textWidth)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, place) => pad(cells[place] ?? "", width)).join(" | ")} |`;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)].join("\n");
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

function markOf(outcome: ComplianceResult["outcome"] | undefined): string {
  if (outcome === undefined) return marks.notRun;
  return typeof outcome === "string" ? marks[outcome] : marks.off;
}
