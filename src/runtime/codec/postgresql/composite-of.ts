import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { parseCompositeText } from "./composite-text.js";
import { toQuotedItem } from "./item-reader.js";

/** The codecs of a composite's fields by property name, in the order of its attributes. */
export type CompositeFields<T> = { readonly [K in keyof T]-?: Codec<T[K]> };

/** A composite type. A field that is null reads as null, and a property that is undefined writes as null. */
export function compositeOf<T extends object>(fields: CompositeFields<T>): Codec<T> {
  const parts: readonly Field[] = Object.entries<Codec>(fields);
  const name = `compositeOf(${parts.map(([property]) => property).join(", ")})`;
  return {
    name,
    read: (value) => readComposite(name, parts, value) as T,
    write: (value) => writeComposite(name, parts, value),
    is: (value): value is T => isComposite(parts, value),
    wide: false,
  };
}

type Field = readonly [property: string, codec: Codec];

function readComposite(name: string, parts: readonly Field[], value: unknown): object {
  const texts = parseCompositeText(value as string);
  if (texts === null || (texts.length !== parts.length && !isFieldless(parts, texts))) {
    return refuseRead(name, `a composite of ${String(parts.length)} fields`, value);
  }
  // Not by assignment: a field may be called __proto__.
  return Object.fromEntries(
    parts.map(([property, codec], index) => [property, readField(codec, texts[index] ?? null)]),
  );
}

function readField(codec: Codec, text: string | null): unknown {
  return text === null ? null : codec.read(text);
}

/** The text of a composite without attributes looks like that of one field that is null. */
function isFieldless(parts: readonly Field[], texts: readonly (string | null)[]): boolean {
  return parts.length === 0 && texts.length === 1 && texts[0] === null;
}

function writeComposite(name: string, parts: readonly Field[], value: unknown): string {
  if (typeof value !== "object" || value === null) return refuseWrite(name, "an object", value);
  const given: ReadonlyMap<string, unknown> = new Map(Object.entries(value));
  if ([...given.keys()].some((key) => !parts.some(([property]) => property === key)))
    return refuseWrite(name, "only the fields of the type", value);
  return `(${parts.map(([property, codec]) => writeField(codec, given.get(property))).join(",")})`;
}

function writeField(codec: Codec, value: unknown): string {
  return value === null || value === undefined ? "" : toQuotedItem(codec.write(value) as string);
}

function isComposite(parts: readonly Field[], value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const given: ReadonlyMap<string, unknown> = new Map(Object.entries(value));
  return (
    given.size === parts.length &&
    parts.every(([property, codec]) => given.get(property) === null || codec.is(given.get(property)))
  );
}
