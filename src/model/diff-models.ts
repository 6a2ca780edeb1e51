import type { DatabaseModel, SchemaModel } from "./database-model.js";
import type { Change, ChangeTarget } from "./diff/change.js";
import { alwaysBreaks, diffFields } from "./diff/diff-fields.js";
import { diffLists, type ListRules } from "./diff/diff-lists.js";
import { diffTable, diffView } from "./diff/diff-relation.js";
import { diffTypes } from "./diff/diff-types.js";
import { normalizeModel } from "./normalize-model.js";
import type { QualifiedName } from "./qualified-name.js";

export type { Change } from "./diff/change.js";

/** Every change from one model to another, each marked as breaking or additive; empty for two models that say the same. */
export function diffModels(before: DatabaseModel, after: DatabaseModel): readonly Change[] {
  const [old, now] = [normalizeModel(before), normalizeModel(after)];
  return [
    ...diffFields({ object: "database", subject: old.engine }, [old, now], {
      engine: alwaysBreaks,
      defaultSchema: alwaysBreaks,
      schemas: { compare: () => diffLists(old.schemas, now.schemas, schemaRules) },
      tables: { compare: () => diffLists(old.tables, now.tables, relationRules("table", diffTable)) },
      views: { compare: () => diffLists(old.views, now.views, relationRules("view", diffView)) },
      enums: elsewhere,
      domains: elsewhere,
      composites: elsewhere,
      ranges: elsewhere,
      sequences: elsewhere,
      routines: elsewhere,
      events: elsewhere,
    }),
    ...diffTypes(old, now),
  ];
}

/** Compared by `diffTypes`. */
const elsewhere = { compare: (): readonly Change[] => [] };

const schemaRules: ListRules<SchemaModel> = {
  object: "schema",
  subject: (schema) => schema.name,
  additionBreaks: () => false,
  // What was in it is listed on its own.
  removalBreaks: () => false,
  compare: (before, after, target) => diffFields(target, [before, after], {}),
};

function relationRules<T extends QualifiedName>(
  object: string,
  compare: (before: T, after: T, target: ChangeTarget) => readonly Change[],
): ListRules<T> {
  return {
    object,
    subject: ({ schema, name }) => `${schema}.${name}`,
    additionBreaks: () => false,
    removalBreaks: () => true,
    compare,
  };
}
