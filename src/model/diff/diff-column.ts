import type { ColumnModel } from "../table-model.js";
import type { Change, ChangeTarget } from "./change.js";
import { diffFields, type FieldRules } from "./diff-fields.js";
import { isWidening } from "./is-widening.js";

/** Whether an insert has to give the column a value. */
export function isRequired(column: ColumnModel): boolean {
  return !column.nullable && column.default.kind === "none" && column.generated === null && column.identity === null;
}

/** Every change of a table's column. */
export function diffColumn(before: ColumnModel, after: ColumnModel, target: ChangeTarget): readonly Change[] {
  return diffFields(target, [before, after], columnRules);
}

/** Every change of a view's column, which is only read. */
export function diffViewColumn(before: ColumnModel, after: ColumnModel, target: ChangeTarget): readonly Change[] {
  return diffFields(target, [before, after], { ...columnRules, nullable: { breaks: (_, now) => now.nullable } });
}

const columnRules: FieldRules<ColumnModel> = {
  type: { breaks: (before, after) => !isWidening(before.type, after.type) },
  // Readers meet null, or writers may no longer give it.
  nullable: { breaks: () => true },
  default: { breaks: (before, after) => !isRequired(before) && isRequired(after) },
  generated: { breaks: (before, after) => before.generated === null && after.generated !== null },
  identity: { breaks: (before, after) => refusesMore(before, after) || (!isRequired(before) && isRequired(after)) },
  hidden: { breaks: (_, after) => after.hidden },
};

function refusesMore(before: ColumnModel, after: ColumnModel): boolean {
  return before.identity?.mode !== "always" && after.identity?.mode === "always";
}
