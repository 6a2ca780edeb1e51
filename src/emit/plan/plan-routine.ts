import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import type { ColumnType } from "../../model/column-type.js";
import type { ParameterModel, RoutineModel } from "../../model/database-model.js";
import { nameKey } from "../../model/lookup.js";
import { codeSpan, quoteText } from "./code-text.js";
import { docComment } from "./doc-comment.js";
import { findBase } from "./find-base.js";
import type { FileScope } from "./file-scope.js";
import type { NamedOverload } from "./model-names.js";
import { NameScope } from "./name-scope.js";
import { subjectOf, toNaming } from "./naming.js";
import { isUnknown, planValueType } from "./plan-column.js";
import type { PlanContext } from "./plan-context.js";
import { orNull } from "./plan-entity.js";
import type { PlannedType } from "./plan-type.js";
import { objectMembers } from "./reserved-words.js";
import { isInput } from "./routine-shape.js";
import type { DocumentedMemberView, InterfaceView, OutputView, RoutineParameterView, RoutineView } from "./views.js";
import { toCamelCase, uncapitalize } from "./words.js";

/** A routine with everything that the code says of it. */
export interface PlannedRoutine {
  readonly view: RoutineView;
  readonly interfaces: readonly InterfaceView[];
  /** What its promise gives. */
  readonly result: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Planning {
  readonly context: PlanContext;
  readonly scope: FileScope;
}

/** Plans one routine for the file that has this scope; `constant` is what the file calls it. */
export function planRoutine(overload: NamedOverload, constant: string, planning: Planning): PlannedRoutine {
  const { model } = overload;
  const values = planValues(model, planning);
  const outcome = planResult(overload, values, planning);
  const inputs = values.filter(({ model: parameter }) => isInput(parameter));
  const isProcedure = model.kind === "procedure";
  planning.scope.door("defineRoutine");
  const view: RoutineView = {
    constant,
    name: quoteText(model.name),
    schema: hasPlainSchema(model, planning.context) ? null : quoteText(model.schema),
    kind: quoteText(isProcedure ? "procedure" : "function"),
    signature: quoteText(model.signature),
    parameters: (isProcedure ? values : inputs).map((value) => toParameterView(value, planning)),
    result: outcome.reader,
    outputs: outcome.outputs,
  };
  const takes = overload.parameters === null ? [] : [toInterface(overload.parameters, inputs.map(toMember(planning)))];
  return {
    view,
    interfaces: [...takes, ...outcome.interfaces],
    result: outcome.type,
    diagnostics: [...values.flatMap(({ diagnostics }) => diagnostics), ...outcome.diagnostics],
  };
}

/** A parameter, or a column of a result, with its property and type. */
interface PlannedValue {
  readonly model: ParameterModel;
  readonly property: string;
  readonly planned: PlannedType;
  readonly diagnostics: readonly Diagnostic[];
}

/** The properties of inputs differ from each other, and those of outputs do; a procedure's parameters all do. */
function planValues(routine: RoutineModel, planning: Planning): readonly PlannedValue[] {
  const naming = toNaming(planning.context.options.naming);
  const inputs = new NameScope(objectMembers);
  const outputs = routine.kind === "procedure" ? inputs : new NameScope(objectMembers);
  return routine.parameters.map((model, place) => {
    const word = isInput(model) ? "arg" : "column";
    const best = model.name === null ? `${word}${place + 1}` : toCamelCase(naming.words(model.name));
    const subject = `${subjectOf(routine)}.${model.name ?? best}`;
    const scope = isInput(model) ? inputs : outputs;
    const [property = best] = scope.settle([{ subject, wanted: [best, `${best}Parameter`], rank: 0 }]);
    return planValue(routine, { model, property }, planning);
  });
}

function planValue(
  routine: RoutineModel,
  { model, property }: Pick<PlannedValue, "model" | "property">,
  { context }: Planning,
): PlannedValue {
  const part = `${isInput(model) ? "parameter" : "output"} "${model.name ?? property}"`;
  return {
    model,
    property,
    planned: planValueType(model, context),
    diagnostics: unknownIn(routine, { ...model, part }, context),
  };
}

interface Part {
  readonly type: ColumnType;
  readonly databaseType: string;
  readonly part: string;
}

function unknownIn(
  routine: RoutineModel,
  { type, databaseType, part }: Part,
  context: PlanContext,
): readonly Diagnostic[] {
  if (!isUnknown(type, context)) return [];
  return [diagnostic("TW1020", routineSubject(routine), { type: databaseType, part })];
}

interface PlannedResult {
  readonly reader: string;
  readonly outputs: readonly OutputView[] | null;
  readonly type: string;
  readonly interfaces: readonly InterfaceView[];
  readonly diagnostics: readonly Diagnostic[];
}

const plainResult = { outputs: null, interfaces: [], diagnostics: [] } as const;

function planResult(overload: NamedOverload, values: readonly PlannedValue[], planning: Planning): PlannedResult {
  const { shape } = overload;
  switch (shape.kind) {
    case "nothing":
      return { ...plainResult, reader: reader("noResult", planning), type: "void" };
    case "value":
      return planValueResult(overload.model, shape, planning);
    case "row":
      return planRowResult(shape, planning);
    case "raw":
      return planRawResult(overload.model, shape, planning);
    case "record":
    case "outcome":
      return planOutputs(overload, values, planning);
  }
}

function planValueResult(
  routine: RoutineModel,
  { type, databaseType, set }: Extract<NamedOverload["shape"], { kind: "value" }>,
  planning: Planning,
): PlannedResult {
  const { context, scope } = planning;
  const planned = planValueType({ type }, context);
  const one = orNull(planned.type(scope), true);
  const many = one.includes(" ") ? `(${one})[]` : `${one}[]`;
  return {
    ...plainResult,
    reader: `${reader(set ? "manyValues" : "oneValue", planning)}(${planned.codec(scope)})`,
    type: set ? many : one,
    diagnostics: unknownIn(routine, { type, databaseType, part: "result" }, context),
  };
}

function planRowResult(
  { relation, set }: Extract<NamedOverload["shape"], { kind: "row" }>,
  planning: Planning,
): PlannedResult {
  const { context, scope } = planning;
  const key = nameKey(relation);
  const entity = context.names.entities.find(({ source }) => nameKey(source.model) === key);
  if (entity === undefined) throw new Error(`routines: planning rows of "${subjectOf(relation)}": it has no file`);
  scope.sibling(entity.module, entity.names.table);
  scope.siblingType(entity.module, entity.names.entity);
  return {
    ...plainResult,
    reader: `${reader(set ? "manyRows" : "oneRow", planning)}(${entity.names.table})`,
    type: set ? `${entity.names.entity}[]` : `${entity.names.entity} | null`,
  };
}

function planRawResult(
  routine: RoutineModel,
  { relation, set }: Extract<NamedOverload["shape"], { kind: "raw" }>,
  planning: Planning,
): PlannedResult {
  const type = relation === null ? null : subjectOf(relation);
  return {
    ...plainResult,
    reader: reader(set ? "manyRawRecords" : "oneRawRecord", planning),
    type: set ? "Record<string, unknown>[]" : "Record<string, unknown> | null",
    diagnostics: type === null ? [] : [diagnostic("TW2006", routineSubject(routine), { type })],
  };
}

function planOutputs(overload: NamedOverload, values: readonly PlannedValue[], planning: Planning): PlannedResult {
  const { shape, result } = overload;
  const outputs = values.filter(({ model }) => model.mode !== "in" && model.mode !== "variadic");
  const name = result ?? "";
  const resultSets = shape.kind === "outcome" && shape.resultSets;
  const set = shape.kind === "record" && shape.set;
  const read = reader(resultSets ? "recordWithSets" : set ? "manyRecords" : "oneRecord", planning);
  const members = outputs.map((value) => ({ ...toMember(planning)(value), optional: false }));
  const codecs = outputs.map(({ property, planned }) => ({ property, codec: planned.codec(planning.scope) }));
  return {
    reader: `${read}<${name}>${codecs.length === 0 ? "({})" : ""}`,
    outputs: codecs.length === 0 ? null : codecs,
    type: set ? `${name}[]` : name,
    interfaces: [toInterface(name, resultSets ? [...members, resultSetsMember] : members)],
    diagnostics: [],
  };
}

const resultSetsMember: DocumentedMemberView = {
  doc: docComment(null, "The rows of every statement in the procedure that gives some, in order."),
  property: "resultSets",
  optional: false,
  type: "Record<string, unknown>[][]",
};

function reader(name: string, { scope }: Planning): string {
  scope.door(name);
  return name;
}

function toMember({ scope }: Planning): (value: PlannedValue) => DocumentedMemberView {
  return ({ model, property, planned }) => {
    const type = orNull(planned.type(scope), true);
    return {
      doc: docComment(null, `${codeSpan(model.databaseType)}${model.hasDefault ? ", with a default" : ""}.`),
      property,
      optional: model.hasDefault,
      type: model.hasDefault && type !== "unknown" ? `${type} | undefined` : type,
    };
  };
}

function toInterface(name: string, members: readonly DocumentedMemberView[]): InterfaceView {
  return { doc: [], name, members };
}

function toParameterView(
  { model, property, planned }: PlannedValue,
  { context, scope }: Planning,
): RoutineParameterView {
  const { casts, routines } = context.dialect.emission;
  return {
    property,
    name: routines.namedArguments && model.name !== null ? quoteText(model.name) : null,
    codec: planned.codec(scope),
    cast: casts === null ? null : quoteText(casts.ofParameter(model, findBase(context))),
    mode: model.mode === "in" ? null : quoteText(model.mode),
    optional: model.hasDefault,
  };
}

/** Generated code names the schema where the engine takes it from the name, and not from the connection. */
function hasPlainSchema({ schema }: RoutineModel, { model, dialect }: PlanContext): boolean {
  return !dialect.emission.namesDefaultSchema && schema === model.defaultSchema;
}

/** Names for the constants of overloads, in their order. */
export function nameConstants(overloads: readonly NamedOverload[]): readonly string[] {
  return new NameScope([]).settle(
    overloads.map(({ base, model }) => ({
      subject: routineSubject(model),
      wanted: [`${uncapitalize(base)}Routine`],
      rank: 0,
    })),
  );
}

/** What diagnostics call a routine: `public.total(integer)`. */
export function routineSubject(routine: RoutineModel): string {
  return `${subjectOf(routine)}(${routine.signature})`;
}
