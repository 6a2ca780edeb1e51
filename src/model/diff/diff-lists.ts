import type { Change, ChangeTarget } from "./change.js";

/** How two lists of things with names are compared. */
export interface ListRules<T> {
  readonly object: string;
  readonly subject: (item: T) => string;
  /** Tells the things of one list apart; the subject where absent. */
  readonly key?: (item: T) => string;
  readonly additionBreaks: (item: T) => boolean;
  readonly removalBreaks: (item: T) => boolean;
  readonly compare: (before: T, after: T, target: ChangeTarget) => readonly Change[];
}

/** What was removed, changed and added between two lists. Things that are alike in every way that tells them apart are paired in their order. */
export function diffLists<T>(before: readonly T[], after: readonly T[], rules: ListRules<T>): readonly Change[] {
  const { object, subject, key = subject } = rules;
  const left = keyed(before, key);
  const right = keyed(after, key);
  const changes: Change[] = [];
  for (const [name, item] of left) {
    const other = right.get(name);
    const target = { object, subject: subject(item) };
    if (other !== undefined) changes.push(...rules.compare(item, other, target));
    else changes.push({ kind: "removed", ...target, breaking: rules.removalBreaks(item), text: "removed" });
  }
  for (const [name, item] of right) {
    if (left.has(name)) continue;
    changes.push({
      kind: "added",
      object,
      subject: subject(item),
      breaking: rules.additionBreaks(item),
      text: "added",
    });
  }
  return changes;
}

function keyed<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    const name = key(item);
    let unique = name;
    for (let count = 2; map.has(unique); count += 1) unique = `${name}\0${count}`;
    map.set(unique, item);
  }
  return map;
}
