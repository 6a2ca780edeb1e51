import type { Diagnostic } from "../../diagnostics.js";
import type { Style } from "../style.js";
import { visible } from "./visible.js";

/** A code's subjects, up to so many unless `all`; thousands of one kind say no more than its first ones. */
const subjectsMax = 10;

/** Diagnostics for people: one paragraph for each, those of one code and message together, with the hint once. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], style: Style, all: boolean): readonly string[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    const group = groups.get(one.code) ?? [];
    groups.set(one.code, group);
    group.push(one);
  }
  return [...groups.values()].flatMap((group) => printGroup(group, style, all));
}

function printGroup(group: readonly Diagnostic[], style: Style, all: boolean): readonly string[] {
  const shown = all ? group : group.slice(0, subjectsMax);
  const lines = shown.map((one) => `${label(one, style)} ${style.bold(visible(one.subject))}: ${visible(one.message)}`);
  const more = group.length - shown.length;
  const rest = more > 0 ? [style.dim(`  and ${more} more of ${group[0]?.code ?? ""} (--verbose shows all)`)] : [];
  return [...lines, ...rest, ...(group[0] === undefined ? [] : [`  ${style.dim("hint:")} ${group[0].hint}`])];
}

function label({ severity, code }: Diagnostic, style: Style): string {
  return severity === "warning" ? style.yellow(`warning ${code}`) : style.cyan(`note ${code}`);
}
