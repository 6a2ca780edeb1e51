import { quoteText } from "./code-text.js";
import type { ColumnValues } from "./column-values.js";
import { docComment } from "./doc-comment.js";
import type { UnionNames } from "./model-names.js";
import type { PlanContext } from "./plan-context.js";
import type { EnumsView, UnionView } from "./views.js";

/** The view of `enums.ts`; null where the database has no enums. */
export function planEnums({ names, header }: PlanContext): EnumsView | null {
  const unions = names.types.flatMap(({ source, type, values }) => {
    if (source.is !== "enum") return [];
    const doc = docComment(source.model.comment, "");
    return [toUnionView({ type, values }, { values: source.model.values, numeric: false }, doc)];
  });
  return unions.length === 0 ? null : { header, imports: [], unions };
}

/** A union of literals, for a file to declare. */
export function toUnionView(
  { type, values: valuesName }: UnionNames,
  { values, numeric }: ColumnValues,
  doc: readonly string[],
): UnionView {
  return { doc, name: type, valuesName, members: numeric ? values : values.map(quoteText) };
}
