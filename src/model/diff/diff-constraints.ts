import type { CheckModel, ForeignKeyModel, KeyModel, TableModel } from "../table-model.js";
import type { Change } from "./change.js";
import { alwaysBreaks, diffFields } from "./diff-fields.js";
import { diffLists, type ListRules } from "./diff-lists.js";

/** Every change of a table's keys, foreign keys and checks. Adding one adds members and error names; it takes none away. */
export function diffConstraints(before: TableModel, after: TableModel): readonly Change[] {
  const subject = `${before.schema}.${before.name}`;
  return [
    ...diffLists(listOf(before.primaryKey), listOf(after.primaryKey), {
      ...keyRules("primary key", subject),
      subject: () => subject,
    }),
    ...diffLists(before.uniqueKeys, after.uniqueKeys, keyRules("unique key", subject)),
    ...diffLists(before.foreignKeys, after.foreignKeys, foreignKeyRules(subject)),
    ...diffLists(before.checks, after.checks, checkRules(subject)),
  ];
}

function listOf<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}

function keyRules(object: string, table: string): ListRules<KeyModel> {
  return {
    object,
    subject: (key) => `${table}(${key.columns.join(", ")})`,
    additionBreaks: () => false,
    removalBreaks: () => true,
    // The names of constraints are part of the generated types.
    compare: (before, after, target) =>
      diffFields(target, [before, after], { name: alwaysBreaks, columns: alwaysBreaks }),
  };
}

function foreignKeyRules(table: string): ListRules<ForeignKeyModel> {
  return {
    object: "foreign key",
    subject: ({ columns, references }) => `${table}(${columns.join(", ")}) → ${references.schema}.${references.name}`,
    additionBreaks: () => false,
    removalBreaks: () => true,
    compare: (before, after, target) =>
      diffFields(target, [before, after], { name: alwaysBreaks, references: alwaysBreaks }),
  };
}

/** Also for the checks of a domain. */
export function checkRules(owner: string): ListRules<CheckModel> {
  return {
    object: "check",
    subject: (check) => `${owner}: ${check.name ?? check.expression}`,
    key: (check) => check.name ?? check.expression,
    // A check that lists values gives its column a union of literals: with it or without it the type is another one.
    additionBreaks: (check) => check.oneOf !== null,
    removalBreaks: (check) => check.oneOf !== null || check.name !== null,
    compare: (before, after, target) =>
      diffFields(target, [before, after], { oneOf: { breaks: (old, now) => !keepsValues(old, now) } }),
  };
}

function keepsValues({ oneOf: before }: CheckModel, { oneOf: after }: CheckModel): boolean {
  return before !== null && after !== null && before.values.every((value) => after.values.includes(value));
}
