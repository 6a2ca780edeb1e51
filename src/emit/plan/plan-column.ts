import { diagnostic, Failure, type Diagnostic } from "../../diagnostics.js";
import type { DialectCasts } from "../../dialect/dialect-traits.js";
import type { ColumnType } from "../../model/column-type.js";
import type { ColumnModel } from "../../model/table-model.js";
import { codecSymbols } from "../../runtime/codegen/v1/symbols.js";
import { baseOf, findBase } from "./find-base.js";
import { valuesOfColumn } from "./column-values.js";
import type { FileScope } from "./file-scope.js";
import type { NamedEntity } from "./model-names.js";
import { subjectOf } from "./naming.js";
import type { PlanContext } from "./plan-context.js";
import { plainCodec, planBits, planType, planUnion, type PlannedType } from "./plan-type.js";
import { choicesOf } from "./type-choices.js";
import type { TypeChoice } from "./type-rule.js";
import { planUserType } from "./user-type.js";

/** A column with everything that the code says of it. */
export interface PlannedColumn {
  readonly model: ColumnModel;
  readonly property: string;
  readonly planned: PlannedType;
  /** The type of its values, as the file prints it, without null. */
  readonly type: string;
  readonly nullable: boolean;
  /** Its type, domains resolved. */
  readonly baseType: ColumnType;
  /** Null for a column that an insert must give, unless it is nullable. */
  readonly filled: "always" | "default" | null;
  /** The type to cast parameters to; null on engines that need none, and where the codec tells. */
  readonly cast: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans a column for the file that has this scope. */
export function planColumn(
  entity: NamedEntity,
  model: ColumnModel,
  { context, scope }: { readonly context: PlanContext; readonly scope: FileScope },
): PlannedColumn {
  const rule = context.rules(entity, model);
  const wanted = rule === null ? ownType(entity, model, context) : chosenType(entity, model, { context, rule });
  const planned = availableType(wanted, context);
  const { casts } = context.dialect.emission;
  const unknown = rule === null && (isUnknown(model.type, context) || planned.symbol === "unknown");
  return {
    model,
    property: entity.properties.get(model.name) ?? "",
    planned,
    type: planned.type(scope),
    baseType: plainTypeOf(model.type, context),
    nullable: model.nullable,
    filled: filledOf(model, context),
    cast: casts === null ? null : castOf(model, planned, { casts, context }),
    diagnostics: unknown ? [unknownType(entity, model)] : [],
  };
}

/** The text of a value stands for it where the engine has no such type, if that is what the codec gives anyway. */
function availableType(planned: PlannedType, { dialect }: PlanContext): PlannedType {
  const { symbol } = planned;
  if (symbol === null || !Object.hasOwn(dialect.missingCodecs, symbol)) return planned;
  return plainCodec(codecSymbols[symbol].type === "string" ? "text" : "unknown");
}

interface Casting {
  readonly casts: DialectCasts;
  readonly context: PlanContext;
}

function castOf(model: ColumnModel, { symbol }: PlannedType, { casts, context }: Casting): string | null {
  const type = casts.ofColumn(model, findBase(context));
  return symbol !== null && casts.ofCodec[symbol] === type ? null : type;
}

function ownType(entity: NamedEntity, model: ColumnModel, context: PlanContext): PlannedType {
  const union = entity.unions.get(model.name);
  if (union === undefined) return typeOf(model, context);
  const values = valuesOfColumn(model, entity.source.is === "view" ? [] : entity.source.model.checks);
  if (values === null) return typeOf(model, context);
  const codec = model.type.kind === "set" ? "setOf" : values.numeric ? "numberEnumOf" : "enumOf";
  return planUnion({ ...union, module: null }, codec);
}

/** The type of a value that is of no column: of a parameter, a result. */
export function planValueType(value: Pick<ColumnModel, "type">, context: PlanContext): PlannedType {
  return availableType(typeOf(value, context), context);
}

function typeOf({ type }: Pick<ColumnModel, "type">, { dialect, findType }: PlanContext): PlannedType {
  const asBytes = dialect.emission.bitsAsBytes && type.kind === "bits";
  return asBytes && type.length !== null && type.length > 1 ? planBits(type.length) : planType(type, findType);
}

interface Choosing {
  readonly context: PlanContext;
  readonly rule: Exclude<ReturnType<PlanContext["rules"]>, null>;
}

function chosenType(entity: NamedEntity, model: ColumnModel, { context, rule }: Choosing): PlannedType {
  const base = typeOf(model, context);
  if (typeof rule !== "string") return planUserType(rule, base);
  const choices = choicesOf(plainTypeOf(model.type, context), context.dialect.emission);
  const chosen = choices[rule];
  if (chosen === undefined) throw noSuchChoice(entity, model, { rule, choices: Object.keys(choices) });
  return chosen === "default" ? base : plainCodec(chosen);
}

function noSuchChoice(
  entity: NamedEntity,
  { name, databaseType }: ColumnModel,
  { rule, choices }: { readonly rule: TypeChoice; readonly choices: readonly string[] },
): Failure {
  const known = choices.length === 0 ? "none" : choices.map((choice) => `"${choice}"`).join(", ");
  return new Failure(
    "config",
    `type rules: typing "${subjectOf(entity.source.model)}.${name}" as "${rule}": ${databaseType} has no such choice`,
    {
      hint: `its choices are ${known}; any other type takes a codec of your own`,
    },
  );
}

function filledOf(
  { type, generated, identity, default: value }: ColumnModel,
  context: PlanContext,
): "always" | "default" | null {
  if (generated !== null || identity?.mode === "always") return "always";
  if (identity !== null || value.kind !== "none") return "default";
  const domain = type.kind === "domain" ? context.findType(type)?.source : undefined;
  return domain?.is === "domain" && domain.model.default.kind !== "none" ? "default" : null;
}

/** What a domain is over, through all its layers. */
function plainTypeOf(type: ColumnType, context: PlanContext): ColumnType {
  const base = type.kind === "domain" ? baseOf(type, context) : undefined;
  return base === undefined ? type : plainTypeOf(base.type, context);
}

/** Whether a type, or what it is made of, is not in the model. */
export function isUnknown(type: ColumnType, context: PlanContext): boolean {
  if (type.kind === "array" || type.kind === "range") return isUnknown(type.element, context);
  if (type.kind === "enum" || type.kind === "domain" || type.kind === "composite")
    return context.findType(type) === undefined;
  return type.kind === "unsupported";
}

function unknownType({ source }: NamedEntity, { name, databaseType, type }: ColumnModel): Diagnostic {
  const subject = `${subjectOf(source.model)}.${name}`;
  return diagnostic(type.kind === "unsupported" ? "TW1001" : "TW2004", subject, { type: databaseType });
}
