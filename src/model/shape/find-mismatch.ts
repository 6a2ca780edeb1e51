import { isRecord } from "../../lang/is-record.js";
import type { ObjectNode, ShapeNode } from "./shape.js";

/** What is wrong with a value, and where in it. */
export interface Mismatch {
  /** As in `tables[3].columns[0].name`; an empty string for the value itself. */
  readonly path: string;
  readonly expected: string;
}

/** Where a value departs from its shape first; null where it does not. */
export function findMismatch(shape: ShapeNode, value: unknown): Mismatch | null {
  switch (shape.kind) {
    case "text":
      return typeof value === "string" ? null : mismatch("a text");
    case "boolean":
      return typeof value === "boolean" ? null : mismatch("true or false");
    case "textOrBoolean":
      return typeof value === "string" || typeof value === "boolean" ? null : mismatch("a text, true or false");
    case "integer":
      return Number.isSafeInteger(value) ? null : mismatch("a whole number");
    case "count":
      return Number.isSafeInteger(value) && Number(value) >= 0 ? null : mismatch("a whole number, not negative");
    case "choice":
      return shape.values.some((choice) => choice === value) ? null : mismatch(listOf(shape.values));
    case "wordOrList":
      return isWordOrList(shape.values, value) ? null : mismatch(`${listOf(shape.values)} or a list of texts`);
    case "nullable":
      return value === null ? null : orNull(findMismatch(shape.inner, value));
    case "extra":
      return isExtra(value) ? null : mismatch("an object of plain values");
    case "optional":
      return value === undefined ? null : findMismatch(shape.inner, value);
    case "list":
      return Array.isArray(value) ? findInList(shape.item(), value) : mismatch("a list");
    case "object":
      return isRecord(value) ? findInObject(shape, value) : mismatch("an object");
    case "union":
      return findInUnion(shape.variants, value);
  }
}

function mismatch(expected: string): Mismatch {
  return { path: "", expected };
}

function orNull(found: Mismatch | null): Mismatch | null {
  return found?.path === "" ? mismatch(`${found.expected}, or null`) : found;
}

function listOf(values: readonly (string | number)[]): string {
  return values.map((value) => JSON.stringify(value)).join(" or ");
}

function isWordOrList(words: readonly string[], value: unknown): boolean {
  return Array.isArray(value) ? value.every((item) => typeof item === "string") : words.some((word) => word === value);
}

function isExtra(value: unknown): boolean {
  const isPlain = (item: unknown): boolean => item === null || ["string", "number", "boolean"].includes(typeof item);
  const isTexts = (item: unknown): boolean => Array.isArray(item) && item.every((text) => typeof text === "string");
  return isRecord(value) && Object.values(value).every((item) => isPlain(item) || isTexts(item));
}

function findInList(item: ShapeNode, values: readonly unknown[]): Mismatch | null {
  for (const [place, value] of values.entries()) {
    const found = findMismatch(item, value);
    if (found !== null) return within(`[${place}]`, found);
  }
  return null;
}

function findInObject(shape: ObjectNode, value: Readonly<Record<string, unknown>>): Mismatch | null {
  for (const { name, shape: field, optional } of shape.fields) {
    if (!Object.hasOwn(value, name)) {
      if (optional) continue;
      return { path: name, expected: "to be there" };
    }
    const found = findMismatch(field(), value[name]);
    if (found !== null) return within(name, found);
  }
  const names = Object.keys(value);
  if (names.length === shape.fields.length && !shape.hasOptional) return null;
  const unknown = names.find((name) => !shape.fields.some((field) => field.name === name));
  return unknown === undefined ? null : { path: unknown, expected: "not to be there" };
}

function findInUnion(variants: ReadonlyMap<string, ObjectNode>, value: unknown): Mismatch | null {
  if (!isRecord(value)) return mismatch("an object");
  const variant = typeof value["kind"] === "string" ? variants.get(value["kind"]) : undefined;
  return variant === undefined
    ? { path: "kind", expected: listOf([...variants.keys()]) }
    : findInObject(variant, value);
}

function within(step: string, { path, expected }: Mismatch): Mismatch {
  const separator = path === "" || path.startsWith("[") ? "" : ".";
  return { path: `${step}${separator}${path}`, expected };
}
