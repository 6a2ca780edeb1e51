import { isDeepStrictEqual } from "node:util";
import type {
  CompositeModel,
  DatabaseModel,
  DomainModel,
  EnumModel,
  EventModel,
  RangeModel,
  RoutineModel,
  SequenceModel,
} from "../database-model.js";
import type { QualifiedName } from "../qualified-name.js";
import type { Change } from "./change.js";
import { checkRules } from "./diff-constraints.js";
import { alwaysBreaks, diffFields, type FieldRules } from "./diff-fields.js";
import { diffLists, type ListRules } from "./diff-lists.js";
import { isWidening } from "./is-widening.js";

/** Every change of what stands beside tables and views. */
export function diffTypes(before: DatabaseModel, after: DatabaseModel): readonly Change[] {
  return [
    ...diffLists(before.enums, after.enums, listRules("enum", enumRules)),
    ...diffLists(before.domains, after.domains, { ...listRules<DomainModel>("domain", {}), compare: diffDomain }),
    ...diffLists(before.composites, after.composites, listRules("composite", compositeRules)),
    ...diffLists(before.ranges, after.ranges, listRules("range", rangeRules)),
    ...diffLists(before.sequences, after.sequences, {
      ...listRules<SequenceModel>("sequence", {}),
      removalBreaks: () => false,
    }),
    ...diffLists(before.routines, after.routines, routineListRules),
    ...diffLists(before.events ?? [], after.events ?? [], {
      ...listRules<EventModel>("event", {}),
      removalBreaks: () => false,
    }),
  ];
}

function listRules<T extends QualifiedName>(object: string, rules: FieldRules<T>): ListRules<T> {
  return {
    object,
    subject: ({ schema, name }) => `${schema}.${name}`,
    additionBreaks: () => false,
    removalBreaks: () => true,
    compare: (before, after, target) => diffFields(target, [before, after], rules),
  };
}

const enumRules: FieldRules<EnumModel> = {
  values: { breaks: (before, after) => before.values.some((value) => !after.values.includes(value)) },
};

const diffDomain: ListRules<DomainModel>["compare"] = (before, after, target) =>
  diffFields(target, [before, after], {
    type: { breaks: () => !isWidening(before.type, after.type) },
    nullable: alwaysBreaks,
    checks: { compare: () => diffLists(before.checks, after.checks, checkRules(target.subject)) },
  });

/** An added field has to be given by whoever writes the composite. */
const compositeRules: FieldRules<CompositeModel> = { fields: alwaysBreaks };

const rangeRules: FieldRules<RangeModel> = { element: alwaysBreaks };

const routineRules: FieldRules<RoutineModel> = {
  kind: alwaysBreaks,
  parameters: {
    breaks: (before, after) =>
      !isDeepStrictEqual(withoutDefaults(before), withoutDefaults(after)) || losesDefault(before, after),
  },
  returns: alwaysBreaks,
};

const routineListRules: ListRules<RoutineModel> = {
  ...listRules("routine", routineRules),
  subject: ({ schema, name, signature }) => `${schema}.${name}(${signature})`,
};

function withoutDefaults(routine: RoutineModel): unknown {
  return routine.parameters.map(({ hasDefault, ...parameter }) => parameter);
}

function losesDefault(before: RoutineModel, after: RoutineModel): boolean {
  return before.parameters.some(
    (parameter, place) => parameter.hasDefault && after.parameters[place]?.hasDefault === false,
  );
}
