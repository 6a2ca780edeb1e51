import type { ColumnType } from "../../model/column-type.js";
import { codecSymbols, type CodecName } from "../../runtime/codegen/v1/symbols.js";
import { plainCodecOf } from "./codec-of-type.js";
import { valuesOfChecks } from "./column-values.js";
import type { FileScope } from "./file-scope.js";
import type { NamedTypeNames } from "./model-names.js";
import { uncapitalize } from "./words.js";

/**
 * What the code says of a type, null kept apart. Each function gives the text to print and takes what it needs into the file's scope, so that a file imports
 * only what it prints.
 */
export interface PlannedType {
  readonly type: (scope: FileScope) => string;
  /** The type of filters. */
  readonly where: (scope: FileScope) => string;
  /** The codec, as the file names it. */
  readonly codec: (scope: FileScope) => string;
  /** Whether rows can be ordered by it. */
  readonly ordered: boolean;
  /** The codec's name in the codec table; null for one of the user's. */
  readonly symbol: CodecName | null;
}

/** Finds the names of an enum, domain or composite; undefined for one that is not in the model. */
export type FindType = (
  type: ColumnType & { readonly kind: "enum" | "domain" | "composite" },
) => NamedTypeNames | undefined;

/** Plans a type; `unknown` where it, or what it rests on, is not in the model. */
export function planType(type: ColumnType, find: FindType): PlannedType {
  switch (type.kind) {
    case "decimal":
      return planDecimal(type.scale);
    case "array":
      // PostgreSQL puts commas between the elements of arrays, but semicolons between boxes.
      return isBox(type.element)
        ? planWrapped("arrayOf", planType(type.element, find), ";")
        : planWrapped("arrayOf", planType(type.element, find));
    case "range":
      return planWrapped(type.multi ? "multirangeOf" : "rangeOf", planType(type.element, find));
    case "enum":
    case "domain":
    case "composite":
      return planNamed(find(type), find);
    default:
      return plainCodec(plainCodecOf(type));
  }
}

/** `bit(n)` of MySQL: so many digits. */
export function planBits(length: number): PlannedType {
  return callCodec(
    "bits",
    () => "string",
    (scope) => {
      scope.door("bits");
      return scope.constant(`bits${String(length)}Codec`, `bits(${String(length)})`);
    },
  );
}

/** A type by the name of its codec, where that is a plain one. */
export function plainCodec(name: CodecName): PlannedType {
  const { type, where, imports } = codecSymbols[name];
  return {
    type: (scope) => withDoorTypes(scope, type, imports),
    where: (scope) => withDoorTypes(scope, where, imports),
    codec: (scope) => {
      scope.door(name);
      return name;
    },
    ordered: isOrdered(where),
    symbol: name,
  };
}

/** Where the literals of a union and the list of them are declared; null for the file itself. */
export interface UnionHome {
  readonly type: string;
  readonly values: string;
  readonly module: string | null;
}

/** One of a list of values. */
export function planUnion(union: UnionHome, codec: "enumOf" | "numberEnumOf" | "setOf"): PlannedType {
  const type = (scope: FileScope): string => {
    if (union.module !== null) scope.siblingType(union.module, union.type);
    return union.type;
  };
  const suffix = codec === "setOf" ? "SetCodec" : "Codec";
  return callCodec(codec, type, (scope) => {
    if (union.module !== null) scope.sibling(union.module, union.values);
    scope.door(codec);
    return scope.constant(`${uncapitalize(union.type)}${suffix}`, `${codec}<${type(scope)}>(${union.values})`);
  });
}

function planDecimal(scale: number | null): PlannedType {
  const name = scale === null ? "decimalCodec" : `decimal${String(scale).replace("-", "Minus")}Codec`;
  return callCodec(
    "decimal",
    () => "string",
    (scope) => {
      scope.door("decimal");
      return scope.constant(name, `decimal(${String(scale)})`);
    },
  );
}

const wrappers = { arrayOf: "Array", rangeOf: "Range", multirangeOf: "Multirange" } as const;

function planWrapped(name: keyof typeof wrappers, inner: PlannedType, delimiter?: ";"): PlannedType {
  return callCodec(name, inner.type, (scope) => {
    const codec = inner.codec(scope);
    scope.door(name);
    const wrapper = `${delimiter === undefined ? "" : "Box"}${wrappers[name]}Codec`;
    const delimited = delimiter === undefined ? "" : `, "${delimiter}"`;
    return scope.constant(`${codec.replace(/Codec$/, "")}${wrapper}`, `${name}(${codec}${delimited})`);
  });
}

function isBox(type: ColumnType): boolean {
  return type.kind === "opaque" && type.name === "box";
}

function planNamed(named: NamedTypeNames | undefined, find: FindType): PlannedType {
  if (named === undefined) return plainCodec("unknown");
  const { source, type, values, codec } = named;
  if (source.is === "enum") return planUnion({ type, values, module: "enums" }, "enumOf");
  const ownType = (scope: FileScope): string => {
    scope.siblingType("types", type);
    return type;
  };
  if (source.is === "domain") return planDomain(named, ownType, find);
  return callCodec("compositeOf", ownType, (scope) => {
    scope.sibling("types", codec);
    return codec;
  });
}

/** A domain has its own name for the type; filters and codec are its base's, unless its checks list its values. */
function planDomain(named: NamedTypeNames, type: PlannedType["type"], find: FindType): PlannedType {
  const { source, values } = named;
  if (source.is !== "domain") return plainCodec("unknown");
  const narrowed = valuesOfChecks(source.model.type, source.model.checks, "VALUE");
  if (narrowed !== null)
    return planUnion({ type: named.type, values, module: "types" }, narrowed.numeric ? "numberEnumOf" : "enumOf");
  return { ...planType(source.model.type, find), type };
}

function callCodec(name: CodecName, inner: PlannedType["type"], codec: PlannedType["codec"]): PlannedType {
  const { type, where, imports } = codecSymbols[name];
  return {
    type: (scope) => fill(withDoorTypes(scope, type, imports), () => inner(scope)),
    where: (scope) => fill(withDoorTypes(scope, where, imports), () => inner(scope)),
    codec,
    ordered: isOrdered(where),
    symbol: name,
  };
}

/** Puts the inner type in its place, in brackets where it would fall apart. */
function fill(text: string, inner: () => string): string {
  if (!text.includes("$0")) return text;
  const made = inner();
  return text.replaceAll("$0[]", () => (made.includes(" ") ? `(${made})[]` : `${made}[]`)).replaceAll("$0", () => made);
}

/** Imports those of the names that the text holds. */
function withDoorTypes(scope: FileScope, text: string, names: readonly string[]): string {
  scope.doorTypes(...mentionedIn(text, names));
  return text;
}

// Texts of the codec table, which are few.
const mentioned = new Map<string, readonly string[]>();

function mentionedIn(text: string, names: readonly string[]): readonly string[] {
  const before = mentioned.get(text);
  if (before !== undefined) return before;
  const words: ReadonlySet<string> = new Set(text.match(/\w+/g));
  const made = names.filter((name) => words.has(name));
  mentioned.set(text, made);
  return made;
}

/** Values without an order, or with one that means nothing to a reader. */
function isOrdered(where: string): boolean {
  return where !== "NullWhere" && where !== "JsonWhere";
}
