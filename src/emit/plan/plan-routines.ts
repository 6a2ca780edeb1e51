import type { Diagnostic } from "../../diagnostics.js";
import { compareCodePoints } from "../../lang/compare-code-points.js";
import type { ParameterModel, RoutineModel } from "../../model/database-model.js";
import { noteObstacles } from "./callable-routines.js";
import { codeSpan, listText, quoteText } from "./code-text.js";
import { docComment } from "./doc-comment.js";
import type { FileScope } from "./file-scope.js";
import type { NamedOverload, NamedRoutine } from "./model-names.js";
import type { PlanContext } from "./plan-context.js";
import { nameConstants, planRoutine, type PlannedRoutine } from "./plan-routine.js";
import type { AliasView, RoutineMethodView, RoutineSignatureView, RoutinesView } from "./views.js";

/** The view of `routines.ts`; null where the database has no routines to call. */
export function planRoutines(context: PlanContext): {
  readonly view: RoutinesView | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { names, model, options, header } = context;
  const skipped = noteObstacles(model, options);
  if (names.routines.length === 0) return { view: null, diagnostics: skipped };
  const scope = context.openFile("routines");
  scope.door("Routines");
  const planned = new Map<NamedOverload, PlannedRoutine>();
  const methods = names.routines.flatMap((one) => one.methods);
  const all = methods.flatMap(({ overloads }) => overloads);
  const constants = nameConstants(all);
  for (const [index, overload] of all.entries()) {
    planned.set(overload, planRoutine(overload, constants[index] ?? "", { context, scope }));
  }
  const classes = names.routines.map(({ schema, className, methods: own }) => ({
    doc: docComment(null, `Functions and procedures of the schema ${codeSpan(schema)}.`),
    name: className,
    methods: own.map((method) => toMethod(method, planned, scope)).sort(byName),
  }));
  const routines = [...planned.values()];
  const view: RoutinesView = {
    header,
    aliases: methods.flatMap(toAliases),
    interfaces: routines.flatMap(({ interfaces }) => interfaces),
    routines: routines.map((routine) => routine.view),
    classes,
    codecs: scope.constants,
    imports: scope.imports,
  };
  return { view, diagnostics: [...routines.flatMap(({ diagnostics }) => diagnostics), ...skipped] };
}

function byName(one: RoutineMethodView, other: RoutineMethodView): number {
  return compareCodePoints(one.name, other.name);
}

function toAliases({ unions }: NamedRoutine): readonly AliasView[] {
  return unions.map(({ name, members }) => ({
    doc: docComment(null, "Of any of its overloads."),
    name,
    type: members.join(" | "),
  }));
}

function toMethod(
  { member, overloads }: NamedRoutine,
  planned: ReadonlyMap<NamedOverload, PlannedRoutine>,
  scope: FileScope,
): RoutineMethodView {
  const overloaded = overloads.length > 1;
  scope.door(overloaded ? "callOverload" : "callRoutine");
  scope.doorTypes(overloaded ? "OverloadOptions" : "CallOptions");
  const constants = overloads.map((overload) => planned.get(overload)?.view.constant ?? "");
  return {
    name: member,
    overloaded,
    constants: overloaded ? listText(constants) : (constants[0] ?? ""),
    signatures: overloads.map((overload) => toSignature(overload, planned.get(overload), overloaded)),
  };
}

function toSignature(
  { model, parameters }: NamedOverload,
  planned: PlannedRoutine | undefined,
  overloaded: boolean,
): RoutineSignatureView {
  const optional = planned?.view.parameters.every((parameter) => parameter.optional || parameter.mode === '"out"');
  const options = overloaded ? `OverloadOptions<${quoteText(model.signature)}>` : "CallOptions";
  return {
    doc: docComment(model.comment, `${codeSpan(headOf(model))}.`),
    parameters: `parameters${optional === true ? "?" : ""}: ${parameters ?? "Record<string, never>"}, options?: ${options}`,
    result: planned?.result ?? "",
  };
}

/** As SQL would declare it. */
function headOf({ name, parameters, returns, kind }: RoutineModel): string {
  const columns = parameters.filter(({ mode }) => mode === "table");
  const others = parameters.filter(({ mode }) => mode !== "table");
  const set = returns?.set === true ? "setof " : "";
  const type = columns.length > 0 ? `table (${listOf(columns)})` : `${set}${returns?.databaseType ?? ""}`;
  return `${kind} ${name}(${listOf(others)})${returns === null ? "" : ` returns ${type}`}`;
}

function listOf(parameters: readonly ParameterModel[]): string {
  const texts = parameters.map(({ mode, name, databaseType }) =>
    [mode === "in" || mode === "table" ? "" : mode, name ?? "", databaseType].filter((part) => part !== "").join(" "),
  );
  return texts.join(", ");
}
