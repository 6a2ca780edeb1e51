import { isDeepStrictEqual } from "node:util";
import type { Change, ChangeTarget } from "./change.js";

/**
 * How the fields of two states of one thing are compared: a rule says whether a change of its field breaks, or compares it itself. A field without a rule
 * counts as additive, so that no field is ever left out.
 */
export type FieldRules<T> = { readonly [Name in keyof T]?: FieldRule<T> };

type FieldRule<T> =
  | { readonly breaks: (before: T, after: T) => boolean }
  | { readonly compare: (before: T, after: T) => readonly Change[] };

/** Every field in which two states of one thing differ. */
export function diffFields<T extends object>(
  target: ChangeTarget,
  states: readonly [before: T, after: T],
  rules: FieldRules<T>,
): readonly Change[] {
  const [before, after] = states;
  if (isDeepStrictEqual(before, after)) return [];
  const names = fieldNames(before, after);
  return names.flatMap((name) => {
    if (isDeepStrictEqual(before[name], after[name])) return [];
    const rule = rules[name];
    if (rule !== undefined && "compare" in rule) return rule.compare(before, after);
    const breaking = rule?.breaks(before, after) ?? false;
    return [{ kind: "changed", ...target, breaking, text: `${words(name)} ${transition(before[name], after[name])}` }];
  });
}

/** A rule for a field whose every change breaks. */
export const alwaysBreaks = { breaks: (): boolean => true };

function fieldNames<T extends object>(before: T, after: T): readonly (keyof T & string)[] {
  const isField = (name: string): name is keyof T & string => name in before || name in after;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(isField);
}

/** `databaseType` → `database type`. */
function words(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const textMax = 80;

/** Says both values, unless they are too long for a line. */
function transition(before: unknown, after: unknown): string {
  const [from, to] = [JSON.stringify(before) ?? "nothing", JSON.stringify(after) ?? "nothing"];
  return from.length + to.length > textMax ? "changed" : `changed from ${from} to ${to}`;
}
