import type { Entity, NamedType } from "./model-names.js";
import { subjectOf, type Naming } from "./naming.js";
import type { NamedObject } from "./plan-options.js";
import { type NameScope, type NameClaim } from "./name-scope.js";
import { toPascalCase } from "./words.js";

/** What stands in front of the names of a schema's objects; the default schema has nothing. */
export type SchemaPrefix = (schema: string) => readonly string[];

export interface TypeNameRequest {
  readonly objects: readonly (Entity | NamedType)[];
  readonly naming: Naming;
  readonly prefix: SchemaPrefix;
  /** Where exported names must differ. */
  readonly scope: NameScope;
}

/** The main exported name of every object, in the order of the objects. */
export function nameTypes({ objects, naming, prefix, scope }: TypeNameRequest): readonly string[] {
  return scope.settle(objects.map((object) => toClaim(object, naming, prefix)));
}

/** Said of a name that several want: `Order` of a table becomes `OrderRow`. */
const kindSuffixes: Readonly<Record<NamedObject["kind"], string>> = {
  table: "Row",
  view: "View",
  enum: "Enum",
  domain: "Domain",
  composite: "Composite",
  range: "Range",
};

function toClaim(object: Entity | NamedType, naming: Naming, prefix: SchemaPrefix): NameClaim {
  const { schema, name } = object.model;
  const before = prefix(schema);
  const words = naming.words(name);
  const exact = toPascalCase([...before, ...words]);
  const isEntity = object.is === "table" || object.is === "view";
  const inflected = isEntity ? toPascalCase([...before, ...naming.singular(words)]) : exact;
  const best = naming.functions.type?.({ kind: object.is, schema, name }, inflected) ?? inflected;
  return {
    subject: subjectOf(object.model),
    wanted: [...new Set([best, exact, `${best}${kindSuffixes[object.is]}`])],
    rank: best === name ? 0 : best === exact ? 1 : 2,
  };
}
