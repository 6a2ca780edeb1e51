import type { ColumnModel, IndexModel, TableModel, ViewModel } from "../table-model.js";
import type { Change, ChangeTarget } from "./change.js";
import { diffColumn, diffViewColumn, isRequired } from "./diff-column.js";
import { diffConstraints } from "./diff-constraints.js";
import { diffFields } from "./diff-fields.js";
import { diffLists, type ListRules } from "./diff-lists.js";

/** Every change within a table. */
export function diffTable(before: TableModel, after: TableModel, target: ChangeTarget): readonly Change[] {
  const { subject } = target;
  const fields = diffFields(target, [before, after], {
    columns: { compare: () => diffColumns(before, after, { ...columnRules(subject), additionBreaks: isRequired }) },
    // Left to diffConstraints.
    primaryKey: { compare: () => [] },
    uniqueKeys: { compare: () => [] },
    foreignKeys: { compare: () => [] },
    checks: { compare: () => [] },
    indexes: { compare: () => diffLists(before.indexes, after.indexes, indexRules(subject)) },
    triggers: { compare: () => diffLists(before.triggers, after.triggers, partRules("trigger", subject)) },
    policies: { compare: () => diffLists(before.policies, after.policies, partRules("policy", subject)) },
    exclusions: { compare: () => diffLists(before.exclusions, after.exclusions, partRules("exclusion", subject)) },
  });
  return [...fields, ...diffConstraints(before, after)];
}

/** Every change within a view. */
export function diffView(before: ViewModel, after: ViewModel, target: ChangeTarget): readonly Change[] {
  const { subject } = target;
  return diffFields(target, [before, after], {
    columns: { compare: () => diffColumns(before, after, { ...columnRules(subject), compare: diffViewColumn }) },
    indexes: { compare: () => diffLists(before.indexes, after.indexes, indexRules(subject)) },
    triggers: { compare: () => diffLists(before.triggers, after.triggers, partRules("trigger", subject)) },
  });
}

/** The columns one by one, and a word if those that stayed stand in another order. */
function diffColumns(
  before: TableModel | ViewModel,
  after: TableModel | ViewModel,
  rules: ListRules<ColumnModel>,
): readonly Change[] {
  const changes = diffLists(before.columns, after.columns, rules);
  if (commonNames(before, after) === commonNames(after, before)) return changes;
  const subject = `${before.schema}.${before.name}`;
  return [...changes, { kind: "changed", object: "columns", subject, breaking: false, text: "order changed" }];
}

function commonNames(relation: TableModel | ViewModel, other: TableModel | ViewModel): string {
  const there = new Set(other.columns.map((column) => column.name));
  return JSON.stringify(relation.columns.map((column) => column.name).filter((name) => there.has(name)));
}

function columnRules(relation: string): ListRules<ColumnModel> {
  return {
    object: "column",
    subject: (column) => `${relation}.${column.name}`,
    additionBreaks: () => false,
    removalBreaks: () => true,
    compare: diffColumn,
  };
}

/** A unique index serves as a key: with it go the calls that name it. */
function indexRules(relation: string): ListRules<IndexModel> {
  return {
    object: "index",
    subject: (index) => `${relation}.${index.name}`,
    additionBreaks: () => false,
    removalBreaks: (index) => index.unique,
    compare: (before, after, target) =>
      diffFields(target, [before, after], {
        unique: { breaks: () => before.unique },
        parts: { breaks: () => before.unique },
        predicate: { breaks: () => before.unique },
      }),
  };
}

/** Parts that the generated code knows nothing of. */
function partRules<T extends { readonly name: string }>(object: string, relation: string): ListRules<T> {
  return {
    object,
    subject: (part) => `${relation}.${part.name}`,
    additionBreaks: () => false,
    removalBreaks: () => false,
    compare: (before, after, target) => diffFields(target, [before, after], {}),
  };
}
