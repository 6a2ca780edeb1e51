import { textWidth } from "../../lang/text-width.js";
import type { EngineExtra } from "../table-model.js";

/** What a part of the model may be, as data: one description serves the checking of a snapshot and the order of keys in its canonical text. */
export type ShapeNode =
  | { readonly kind: "text" | "boolean" | "integer" | "count" | "textOrBoolean" | "extra" }
  | { readonly kind: "choice"; readonly values: readonly (string | number)[] }
  /** One of some words, or a list of texts. */
  | { readonly kind: "wordOrList"; readonly values: readonly string[] }
  | { readonly kind: "nullable"; readonly inner: ShapeNode }
  | { readonly kind: "list"; readonly item: () => ShapeNode }
  /** A field that is absent where there is nothing to say. */
  | { readonly kind: "optional"; readonly inner: ShapeNode }
  | ObjectNode
  /** An object whose `kind` says which of these it is. */
  | { readonly kind: "union"; readonly variants: ReadonlyMap<string, ObjectNode> };

export interface ObjectNode {
  readonly kind: "object";
  readonly fields: readonly FieldNode[];
  /** The least width that an object can have on one line. */
  readonly widthMin: number;
  readonly hasOptional: boolean;
}

export interface FieldNode {
  readonly name: string;
  /** The name as it stands in the text: `"name": `. */
  readonly key: string;
  readonly keyWidth: number;
  readonly shape: () => ShapeNode;
  /** Whether an object may lack it. */
  readonly optional: boolean;
}

/** A description of `T`: the compiler refuses one that forgets a field or a choice, or has one too many. */
export type Shape<T> = ShapeNode & { readonly describes?: (value: T) => T };

/** Behind a function where it needs itself. */
type LazyNode = ShapeNode | (() => ShapeNode);
type FieldNodes = Readonly<Record<string, LazyNode>>;
type Lazy<T> = Shape<T> | (() => Shape<T>);
type Fields<T> = {
  readonly [Name in keyof T]-?: T extends Required<Pick<T, Name>>
    ? Lazy<T[Name]>
    : OptionalShape<Exclude<T[Name], undefined>>;
};
type OptionalShape<T> = Shape<T> & { readonly kind: "optional" };
type Variants<T extends { readonly kind: string }> = {
  readonly [Kind in T["kind"]]: Fields<Omit<Extract<T, { readonly kind: Kind }>, "kind">>;
};

export const text: Shape<string> = { kind: "text" };
export const boolean: Shape<boolean> = { kind: "boolean" };
/** The value of a literal default. */
export const textOrBoolean: Shape<string | boolean> = { kind: "textOrBoolean" };
/** Facts of one engine: any keys, in code-point order, with plain values. */
export const extra: Shape<EngineExtra> = { kind: "extra" };
/** A whole number; the scale of a PostgreSQL numeric can be negative. */
export const integer: Shape<number> = { kind: "integer" };
/** A whole number, not negative. */
export const count: Shape<number> = { kind: "count" };

export function choice<Value extends string | number>(...values: readonly Value[]): Shape<Value> {
  return { kind: "choice", values };
}

export function nullable<T>(inner: Shape<T>): Shape<T | null> {
  return { kind: "nullable", inner };
}

/** Only as a field of an object. */
export function optional<T>(inner: Shape<T>): OptionalShape<T> {
  return { kind: "optional", inner };
}

export function list<T>(item: Lazy<T>): Shape<readonly T[]> {
  return { kind: "list", item: lazy(item) };
}

/** The order of the fields is the order of the keys in the canonical text. */
export function object<T>(fields: Fields<T> & FieldNodes): Shape<T> {
  return toObject(fields);
}

export function union<T extends { readonly kind: string }>(
  variants: Variants<T> & Readonly<Record<string, FieldNodes>>,
): Shape<T> {
  const entries = Object.entries<FieldNodes>(variants);
  return {
    kind: "union",
    variants: new Map(entries.map(([kind, fields]) => [kind, toObject({ kind: choice(kind), ...fields })])),
  };
}

function toObject(shapes: FieldNodes): ObjectNode {
  const fields = Object.entries(shapes).map(([name, shape]) => toObjectField(name, shape));
  const certain = fields.filter((field) => !field.optional);
  return {
    kind: "object",
    fields,
    // Each field takes its key, at least one character, and two between it and the next or the brace.
    widthMin: certain.reduce((width, { keyWidth }) => width + keyWidth + 3, 2),
    hasOptional: certain.length < fields.length,
  };
}

function toObjectField(name: string, shape: LazyNode): FieldNode {
  if (typeof shape === "function" || shape.kind !== "optional") return toField(name, lazy(shape));
  return { ...toField(name, lazy(shape.inner)), optional: true };
}

export function toField(name: string, shape: () => ShapeNode): FieldNode {
  const key = `${JSON.stringify(name)}: `;
  return { name, key, keyWidth: textWidth(key), shape, optional: false };
}

function lazy(shape: LazyNode): () => ShapeNode {
  return typeof shape === "function" ? shape : () => shape;
}
