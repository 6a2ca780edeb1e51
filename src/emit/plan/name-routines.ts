import type { RoutineTraits } from "../../dialect/dialect-traits.js";
import { compareCodePoints } from "../../lang/compare-code-points.js";
import { groupBy } from "../../lang/group-by.js";
import type { RoutineModel } from "../../model/database-model.js";
import type { QualifiedName } from "../../model/qualified-name.js";
import type { Entity, NamedOverload, NamedRoutine, NamedRoutines } from "./model-names.js";
import { nameExport } from "./name-exports.js";
import { NameScope, type NameClaim } from "./name-scope.js";
import type { SchemaPrefix } from "./name-types.js";
import { subjectOf, type Naming } from "./naming.js";
import { isInput, shapeOfRoutine, type RoutineShape, type RoutineSurroundings } from "./routine-shape.js";
import { objectMembers } from "./reserved-words.js";
import { shortHash } from "./short-hash.js";
import { capitalize, toCamelCase, toPascalCase } from "./words.js";

export interface RoutineNameRequest {
  /** Those that get a method. */
  readonly routines: readonly RoutineModel[];
  readonly traits: RoutineTraits;
  readonly entities: readonly Entity[];
  readonly composites: readonly QualifiedName[];
  /** The database's name in the configuration. */
  readonly name: string;
  readonly naming: Naming;
  readonly prefix: SchemaPrefix;
  /** Where exported names must differ. */
  readonly scope: NameScope;
}

/** The class of every schema that has routines, with a method for each name: the routines of one name are its overloads. */
export function nameRoutines(request: RoutineNameRequest): readonly NamedRoutines[] {
  const bySchema = groupBy(request.routines, ({ schema }) => schema);
  const entities = new Set(request.entities.map(({ model }) => subjectOf(model)));
  const composites = new Set(request.composites.map(subjectOf));
  const surroundings: RoutineSurroundings = {
    traits: request.traits,
    isEntity: (name) => entities.has(subjectOf(name)),
    isComposite: (name) => composites.has(subjectOf(name)),
  };
  return [...bySchema].map(([schema, routines]) => nameSchema(schema, routines, { ...request, surroundings }));
}

interface Request extends RoutineNameRequest {
  readonly surroundings: RoutineSurroundings;
}

function nameSchema(schema: string, routines: readonly RoutineModel[], request: Request): NamedRoutines {
  const { naming, scope, name, prefix } = request;
  const words = [...naming.words(name), ...prefix(schema)];
  const best = `${toPascalCase(words)}Routines`;
  const className = nameExport(scope, schema, best, `${best}Class`);
  const byName = [...groupBy(routines, (routine) => overloadKey(routine, request.traits)).values()];
  const members = new NameScope([...objectMembers, "executor"]);
  const names = members.settle(
    byName.flatMap(([routine]) => (routine === undefined ? [] : [toMemberClaim(routine, naming)])),
  );
  const methods = byName.map((overloads, index) => nameMethod(names[index] ?? "", overloads, request));
  return { schema, className, methods, diagnostics: members.diagnostics };
}

function overloadKey({ name, kind }: RoutineModel, { namedByKind }: RoutineTraits): string {
  return namedByKind ? `${kind} ${name}` : name;
}

function toMemberClaim({ schema, name, kind }: RoutineModel, naming: Naming): NameClaim {
  const best = toCamelCase(naming.words(name));
  const subject = kind === "function" ? `${schema}.${name}` : `${schema}.${name} (${kind})`;
  return { subject, wanted: [best, `${best}${capitalize(kind)}`], rank: best === name ? 0 : 1 };
}

function nameMethod(member: string, routines: readonly RoutineModel[], request: Request): NamedRoutine {
  const [first] = routines;
  const base = toPascalCase([...request.prefix(first?.schema ?? ""), ...request.naming.words(first?.name ?? "")]);
  const ordered = [...routines].sort(byPrecedence);
  const isOverloaded = ordered.length > 1;
  const overloads = ordered.map((routine): NamedOverload => {
    const shape = shapeOfRoutine(routine, request.surroundings);
    const own = shorten(isOverloaded ? `${base}${signatureWords(routine, request.naming)}` : base);
    return {
      model: routine,
      shape,
      base: own,
      parameters: routine.parameters.some(isInput) ? exported(`${own}Parameters`, routine, request) : null,
      result: suffixOf(shape) === null ? null : exported(`${own}${suffixOf(shape) ?? ""}`, routine, request),
    };
  });
  const unions = isOverloaded ? nameUnions(shorten(base), overloads, request) : [];
  return { member, overloads, unions };
}

/**
 * The name that a routine's types would have if it were the only one of its name goes on meaning them when there are others: it is the union of all. So an
 * overload that is added takes no name away.
 */
function nameUnions(base: string, overloads: readonly NamedOverload[], request: Request): NamedRoutine["unions"] {
  const [first] = overloads;
  if (first === undefined) return [];
  const results = overloads.flatMap(({ result, shape }) => {
    const suffix = suffixOf(shape);
    return result === null || suffix === null ? [] : [{ suffix, result }];
  });
  const candidates = [
    { name: `${base}Parameters`, members: overloads.flatMap(({ parameters }) => parameters ?? []) },
    ...["Row", "Result"].map((suffix) => ({
      name: `${base}${suffix}`,
      members: results.filter((own) => own.suffix === suffix).map(({ result }) => result),
    })),
  ];
  return candidates
    .filter(({ members }) => members.length > 0)
    .map(({ name, members }) => ({ name: exported(name, first.model, request), members }));
}

// A declaration with such a name still has room in a line.
const baseMax = 48;

function shorten(base: string): string {
  const letters = [...base];
  return letters.length <= baseMax ? base : `${letters.slice(0, baseMax - 8).join("")}_${shortHash(base)}`;
}

function exported(name: string, routine: RoutineModel, { scope }: Request): string {
  return nameExport(scope, `${subjectOf(routine)}(${routine.signature})`, name, `${name}Type`);
}

/** What the name of an interface for the result ends in; null where the result has a type already. */
function suffixOf(shape: RoutineShape): "Row" | "Result" | null {
  return shape.kind === "record" ? "Row" : shape.kind === "outcome" ? "Result" : null;
}

function signatureWords({ parameters }: RoutineModel, naming: Naming): string {
  const words = parameters.filter(isInput).flatMap(({ databaseType }) => {
    const dimensions = databaseType.match(/\[\]/g)?.length ?? 0;
    return [...naming.words(databaseType), ...new Array<string>(dimensions).fill("array")];
  });
  return toPascalCase(words.length === 0 ? ["void"] : words);
}

/**
 * The order in which overloads are tried: the fewest inputs first, then those whose types the server itself prefers for a value
 * (`pg_type.typispreferred`, https://www.postgresql.org/docs/current/typeconv-func.html), types that take anything last.
 */
function byPrecedence(one: RoutineModel, other: RoutineModel): number {
  const inputs = (routine: RoutineModel) => routine.parameters.filter(isInput);
  return (
    inputs(one).length - inputs(other).length ||
    sumOf(inputs(one)) - sumOf(inputs(other)) ||
    compareCodePoints(one.signature, other.signature)
  );
}

function sumOf(inputs: RoutineModel["parameters"]): number {
  return inputs.reduce((sum, { type, databaseType }) => sum + precedenceOf(type.kind, databaseType), 0);
}

const narrowKinds: ReadonlySet<string> = new Set(["enum", "domain", "inlineEnum", "composite", "array", "range"]);
const broadKinds: ReadonlySet<string> = new Set(["json", "unsupported"]);
const preferredTypes: ReadonlySet<string> = new Set([
  "boolean",
  "double precision",
  "inet",
  "interval",
  "text",
  "timestamp with time zone",
]);

function precedenceOf(kind: string, databaseType: string): number {
  if (narrowKinds.has(kind)) return 0;
  if (broadKinds.has(kind)) return 3;
  return preferredTypes.has(databaseType) ? 1 : 2;
}
