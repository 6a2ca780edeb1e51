import type { Diagnostic } from "../../diagnostics.js";
import { groupBy } from "../../lang/group-by.js";
import type { RoutineModel } from "../../model/database-model.js";
import type { Entity } from "./model-names.js";
import { NameScope, type NameClaim } from "./name-scope.js";
import { subjectOf, type Naming } from "./naming.js";
import { databaseMembers } from "./reserved-words.js";
import { toCamelCase } from "./words.js";

export interface MemberNames {
  /** In the order of the entities. */
  readonly entities: readonly string[];
  /** Schemas that are members themselves. */
  readonly schemas: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface MemberRequest {
  readonly entities: readonly Entity[];
  /** The routines that get a method: where a schema has some, `routines` is theirs. */
  readonly routines: readonly RoutineModel[];
  readonly defaultSchema: string;
  readonly naming: Naming;
}

/** The members of the database and of each schema that is a member of it: one scope for each. */
export function nameMembers({ entities, routines, defaultSchema, naming }: MemberRequest): MemberNames {
  const bySchema = groupBy(entities, ({ model }) => model.schema);
  const calling = new Set(routines.map(({ schema }) => schema));
  const schemas = [...new Set([...bySchema.keys(), ...calling])].filter((schema) => schema !== defaultSchema);
  const reservedIn = (schema: string): readonly string[] => [
    ...databaseMembers,
    ...(calling.has(schema) ? ["routines"] : []),
  ];
  const members = new Map<Entity, string>();
  const scopes: NameScope[] = [];
  const settleIn = (scope: NameScope, own: readonly Entity[]): void => {
    const names = scope.settle(own.map((entity) => toClaim(entity, naming)));
    for (const [index, entity] of own.entries()) members.set(entity, names[index] ?? "");
    scopes.push(scope);
  };
  const database = new NameScope(reservedIn(defaultSchema));
  const schemaNames = database.settle(schemas.map((schema) => toSchemaClaim(schema, naming)));
  settleIn(database, bySchema.get(defaultSchema) ?? []);
  for (const schema of schemas) settleIn(new NameScope(reservedIn(schema)), bySchema.get(schema) ?? []);
  return {
    entities: entities.map((entity) => members.get(entity) ?? ""),
    schemas: new Map(schemas.map((schema, index) => [schema, schemaNames[index] ?? ""])),
    diagnostics: scopes.flatMap((scope) => scope.diagnostics),
  };
}

function toSchemaClaim(schema: string, naming: Naming): NameClaim {
  const best = toCamelCase(naming.words(schema));
  return { subject: schema, wanted: [best, `${best}Schema`], rank: best === schema ? 0 : 1 };
}

function toClaim({ is, model }: Entity, naming: Naming): NameClaim {
  const words = naming.words(model.name);
  const exact = toCamelCase(words);
  const plural = toCamelCase(naming.plural(words));
  const { schema, name } = model;
  const best = naming.functions.repository?.({ kind: is, schema, name }, plural) ?? plural;
  return {
    subject: subjectOf(model),
    wanted: [...new Set([best, exact, `${best}${is === "table" ? "Table" : "View"}`])],
    rank: best === name ? 0 : best === exact ? 1 : 2,
  };
}
