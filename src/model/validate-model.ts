import type { DatabaseModel } from "./database-model.js";
import { findDuplicates, type ModelProblem } from "./model-problem.js";
import type { QualifiedName } from "./qualified-name.js";
import { validateRelation } from "./validate-relation.js";
import { validateTypes } from "./validate-types.js";

/**
 * What is wrong with a model that has the right shape: two things of one name, a key over a column that is not there, a type that names no enum. Whatever
 * lies in a schema outside the model is taken on trust, and so are the targets of foreign keys. Empty for a sound model.
 */
export function validateModel(model: DatabaseModel): readonly ModelProblem[] {
  return [
    ...findDuplicates(
      "schema",
      model.schemas.map((schema) => schema.name),
    ),
    ...findDuplicates("table or view", [...model.tables, ...model.views].map(qualified)),
    ...findDuplicates("type", [...model.enums, ...model.domains, ...model.composites, ...model.ranges].map(qualified)),
    ...findDuplicates("sequence", model.sequences.map(qualified)),
    ...findDuplicates(
      "routine",
      // A function and a procedure of MySQL may share a name.
      model.routines.map((routine) => `${routine.kind} ${qualified(routine)}(${routine.signature})`),
    ),
    ...[...model.tables, ...model.views].flatMap(validateRelation),
    ...validateTypes(model),
  ];
}

function qualified({ schema, name }: QualifiedName): string {
  return `${schema}.${name}`;
}
