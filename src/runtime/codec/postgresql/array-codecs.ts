import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { type ArrayTree, parseArrayText, toArrayItem } from "./array-text.js";

/**
 * Arrays; an element of null throws. `arrayOf(arrayOf(int32))` has two dimensions. The server's lower bounds are passed over. The delimiter is `;` for
 * `box`, and a comma for every other type.
 */
export function arrayOf<T>(element: Codec<T>, delimiter = ","): Codec<T[]> {
  return arrayCodec<T>("arrayOf", element, delimiter);
}

/** Arrays whose elements may be null. */
export function arrayOfNullable<T>(element: Codec<T>, delimiter = ","): Codec<(T | null)[]> {
  return arrayCodec<T | null>("arrayOfNullable", element, delimiter);
}

/** What an array codec knows beyond its interface: an array of arrays is one value with several dimensions. */
interface ArrayShape {
  readonly name: string;
  /** The codec of the innermost elements. */
  readonly leaf: Codec;
  readonly dimensions: number;
  readonly nullable: boolean;
  readonly delimiter: string;
}

const shapes = new WeakMap<object, ArrayShape>();

function arrayCodec<T>(kind: "arrayOf" | "arrayOfNullable", element: Codec, delimiter: string): Codec<T[]> {
  const inner = shapes.get(element);
  const shape: ArrayShape = {
    name: `${kind}(${element.name})`,
    leaf: inner?.leaf ?? element,
    dimensions: (inner?.dimensions ?? 0) + 1,
    nullable: inner?.nullable ?? kind === "arrayOfNullable",
    delimiter: inner?.delimiter ?? delimiter,
  };
  const codec: Codec<T[]> = {
    name: shape.name,
    read: (value) => readArray(shape, value as string) as T[],
    write: (value) => writeArray(shape, value),
    is: (value): value is T[] => isArray(shape, value),
    wide: false,
  };
  shapes.set(codec, shape);
  return codec;
}

function readArray(shape: ArrayShape, text: string): unknown[] {
  if (text === "{}") return [];
  // A quote or a second brace is what the short way below does not know.
  const plain =
    shape.dimensions === 1 &&
    text.charCodeAt(0) === 123 &&
    text.endsWith("}") &&
    !text.includes('"') &&
    text.indexOf("{", 1) < 0;
  if (!plain)
    return readTree(
      shape,
      parseArrayText(text, shape.delimiter) ?? refuseRead(shape.name, "an array", text),
      shape.dimensions,
    );
  const items: unknown[] = text.slice(1, -1).split(shape.delimiter);
  for (let index = 0; index < items.length; index++)
    items[index] = readLeaf(shape, items[index] === "NULL" ? null : items[index]);
  return items;
}

function readTree(shape: ArrayShape, tree: ArrayTree, dimensions: number): unknown[] {
  return tree.map((item) => {
    if (dimensions === 1) return readLeaf(shape, item);
    return Array.isArray(item)
      ? readTree(shape, item as ArrayTree, dimensions - 1)
      : refuseRead(shape.name, "an array of more dimensions", null);
  });
}

function readLeaf(shape: ArrayShape, item: unknown): unknown {
  if (item === null) return shape.nullable ? null : refuseRead(shape.name, "an element", null);
  return Array.isArray(item) ? refuseRead(shape.name, "an array of fewer dimensions", item) : shape.leaf.read(item);
}

function writeArray(shape: ArrayShape, value: unknown): string {
  if (!Array.isArray(value)) return refuseWrite(shape.name, "an array", value);
  return value.length === 0 ? "{}" : writeItems(shape, value, toLengths(shape, value));
}

/** The length of each dimension, taken from the first elements: the server holds only arrays that are even. */
function toLengths(shape: ArrayShape, value: readonly unknown[]): readonly number[] {
  const lengths: number[] = [];
  for (
    let level: unknown = value;
    lengths.length < shape.dimensions;
    level = Array.isArray(level) ? (level as unknown[])[0] : undefined
  ) {
    if (!Array.isArray(level) || level.length === 0)
      return refuseWrite(shape.name, `${String(shape.dimensions)} dimensions, none of them empty`, level);
    lengths.push(level.length);
  }
  return lengths;
}

function writeItems(shape: ArrayShape, value: unknown, lengths: readonly number[]): string {
  const [length, ...rest] = lengths;
  if (!Array.isArray(value) || value.length !== length)
    return refuseWrite(shape.name, "arrays of the same length in each dimension", value);
  const items: string[] = [];
  // Not map: it passes over the holes of a sparse array.
  for (const item of value as unknown[])
    items.push(rest.length > 0 ? writeItems(shape, item, rest) : writeLeaf(shape, item));
  return `{${items.join(shape.delimiter)}}`;
}

function writeLeaf(shape: ArrayShape, item: unknown): string {
  if (item === null && shape.nullable) return "NULL";
  if (item === null || item === undefined) return refuseWrite(shape.name, "an element", item);
  return toArrayItem(shape.leaf.write(item) as string);
}

function isArray(shape: ArrayShape, value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.length === 0 || isEven(shape, value, shape.dimensions, toFirstLengths(value));
}

function toFirstLengths(value: unknown): readonly number[] {
  return Array.isArray(value) ? [value.length, ...toFirstLengths((value as unknown[])[0])] : [];
}

function isEven(shape: ArrayShape, value: unknown, dimensions: number, lengths: readonly number[]): boolean {
  if (dimensions === 0) return value === null ? shape.nullable : shape.leaf.is(value);
  if (!Array.isArray(value) || value.length === 0 || value.length !== lengths[0]) return false;
  return Array.from(value as unknown[]).every((item) => isEven(shape, item, dimensions - 1, lengths.slice(1)));
}
