import { Failure } from "../../diagnostics.js";
import type { DialectTraits } from "../../dialect/dialect-traits.js";
import type { DatabaseModel } from "../../model/database-model.js";
import { valuesOfColumn } from "./column-values.js";
import type { Entity, ModelNames, NamedEntity, NamedType, NamedTypeNames, UnionNames } from "./model-names.js";
import { callableRoutines } from "./callable-routines.js";
import { nameColumns } from "./name-columns.js";
import { nameEntityExports, nameExport } from "./name-exports.js";
import { nameMembers } from "./name-members.js";
import { nameModules } from "./name-modules.js";
import { nameRoutines } from "./name-routines.js";
import { NameScope } from "./name-scope.js";
import { nameTypes } from "./name-types.js";
import { subjectOf, toNaming, type Naming } from "./naming.js";
import type { PlanOptions } from "./plan-options.js";
import { reservedNames } from "./reserved-words.js";
import { capitalize, toPascalCase, uncapitalize } from "./words.js";

/**
 * Settles every name of the module. Main names come first, so that what else an object exports gives way to them: the class of the database, those of its
 * schemas, then the types and classes of all objects.
 */
export function planNames(model: DatabaseModel, options: PlanOptions, dialect: DialectTraits): ModelNames {
  const naming = toNaming(options.naming);
  const entities = entitiesOf(model, options);
  const types = typesOf(model);
  const scope = new NameScope(reservedNames);
  const routines = callableRoutines(model, options);
  const members = nameMembers({ entities, routines, defaultSchema: model.defaultSchema, naming });
  const prefix = (schema: string): readonly string[] => (schema === model.defaultSchema ? [] : naming.words(schema));
  const database = nameDatabase(scope, options.name, naming);
  const schemas = nameSchemas(scope, [...members.schemas.keys()], { name: options.name, naming });
  const names = nameTypes({ objects: [...entities, ...types], naming, prefix, scope });
  const modules = nameModules(entities, naming);
  const columns = entities.map((entity) => nameColumns(entity, naming));
  const named = entities.map((source, index): NamedEntity => {
    const properties = columns[index]?.properties ?? new Map<string, string>();
    const exported = nameEntityExports(scope, subjectOf(source.model), names[index] ?? "");
    const place = { member: members.entities[index] ?? "", module: modules[index] ?? "" };
    return { source, names: exported, ...place, properties, unions: new Map() };
  });
  const all: Omit<ModelNames, "routines"> = {
    database,
    schemas: new Map(
      [...members.schemas].map(([schema, member]) => [schema, { member, className: schemas.get(schema) ?? "" }]),
    ),
    types: types.map((source, index) => nameTypeExports(scope, source, names[entities.length + index] ?? "")),
    entities: named.map((entity) => ({ ...entity, unions: nameUnions(scope, entity) })),
    diagnostics: [...scope.diagnostics, ...members.diagnostics, ...columns.flatMap((column) => column.diagnostics)],
  };
  checkUserNames(all);
  // Last, so that a routine that is added renames nothing else.
  const calls = nameRoutines({
    routines,
    traits: dialect.emission.routines,
    entities,
    composites: model.composites,
    name: options.name,
    naming,
    prefix,
    scope,
  });
  return { ...all, routines: calls, diagnostics: [...all.diagnostics, ...calls.flatMap((one) => one.diagnostics)] };
}

function entitiesOf(model: DatabaseModel, { partitions }: PlanOptions): readonly Entity[] {
  const tables = model.tables.filter((table) => partitions || table.kind !== "partition");
  return [
    ...tables.map((table): Entity => ({ is: "table", model: table })),
    ...model.views.map((view): Entity => ({ is: "view", model: view })),
  ];
}

function typesOf(model: DatabaseModel): readonly NamedType[] {
  return [
    ...model.enums.map((type): NamedType => ({ is: "enum", model: type })),
    ...model.domains.map((type): NamedType => ({ is: "domain", model: type })),
    ...model.composites.map((type): NamedType => ({ is: "composite", model: type })),
    ...model.ranges.map((type): NamedType => ({ is: "range", model: type })),
  ];
}

function nameDatabase(scope: NameScope, name: string, naming: Naming): string {
  return nameExport(
    scope,
    name,
    `${toPascalCase(naming.words(name))}Database`,
    `${toPascalCase(naming.words(name))}DatabaseModule`,
  );
}

function nameSchemas(
  scope: NameScope,
  schemas: readonly string[],
  { name, naming }: { readonly name: string; readonly naming: Naming },
): ReadonlyMap<string, string> {
  const claims = schemas.map((schema) => {
    const best = `${toPascalCase([...naming.words(name), ...naming.words(schema)])}Schema`;
    return { subject: schema, wanted: [best], rank: 0 };
  });
  const names = scope.settle(claims);
  return new Map(schemas.map((schema, index) => [schema, names[index] ?? ""]));
}

function nameTypeExports(scope: NameScope, source: NamedType, type: string): NamedTypeNames {
  const subject = subjectOf(source.model);
  const base = uncapitalize(type);
  const values =
    source.is === "enum" || source.is === "domain"
      ? nameExport(scope, subject, `${base}Values`, `${base}ValueList`)
      : "";
  const codec = source.is === "composite" ? nameExport(scope, subject, `${base}Codec`, `${base}TypeCodec`) : "";
  return { source, type, values, codec };
}

function nameUnions(scope: NameScope, { source, names, properties }: NamedEntity): ReadonlyMap<string, UnionNames> {
  const checks = source.is === "view" ? [] : source.model.checks;
  const narrowed = source.model.columns.filter((column) => valuesOfColumn(column, checks) !== null);
  return new Map(
    narrowed.map(({ name }): [string, UnionNames] => {
      const subject = `${subjectOf(source.model)}.${name}`;
      const best = `${names.entity}${capitalize(properties.get(name) ?? "")}`;
      const type = nameExport(scope, subject, best, `${best}Value`);
      return [
        name,
        { type, values: nameExport(scope, subject, `${uncapitalize(type)}Values`, `${uncapitalize(type)}ValueList`) },
      ];
    }),
  );
}

/** What the user's naming functions gave must be names. */
function checkUserNames({ entities, types }: Pick<ModelNames, "entities" | "types">): void {
  const given = [
    ...entities.flatMap(({ source, names, member, properties }) =>
      [names.entity, member, ...properties.values()].map((name) => ({ name, source })),
    ),
    ...types.map(({ source, type }) => ({ name: type, source })),
  ];
  const bad = given.find(({ name }) => !/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name));
  if (bad === undefined) return;
  throw new Failure("config", `naming: naming "${subjectOf(bad.source.model)}": "${bad.name}" is no identifier`);
}
