import type { Bind, JsonDialect, JsonPath } from "./dialect.js";

/** A place in a JSON value: `root` is the SQL of the whole, `path` makes the SQL of the path to it, binding what it needs. */
export interface JsonPlace {
  readonly root: string;
  /** How many lists are being searched around it. */
  readonly depth: number;
  readonly path: (bind: Bind) => string;
}

export type JsonKind = "array" | "boolean" | "null" | "number" | "object" | "string";

/** What an engine can say of a place in a JSON value. */
export interface JsonPlaces {
  /** The place of a path; a condition that must hold for it to be one, or `true`. */
  of(root: string, path: JsonPath, bind: Bind): { readonly place: JsonPlace; readonly exists: string };
  within(place: JsonPlace, step: string | number): JsonPlace;
  isKind(place: JsonPlace, kind: JsonKind, bind: Bind): string;
  /** The number of members or elements is this. */
  hasLength(place: JsonPlace, kind: "array" | "object", length: number, bind: Bind): string;
  /** The value, which is of this kind, is this. */
  isValue(place: JsonPlace, value: boolean | number | string, bind: Bind): string;
  /** Some element of the list at the place passes. */
  some(place: JsonPlace, condition: (element: JsonPlace) => string, bind: Bind): string;
}

/**
 * Conditions on JSON for engines that compare it as text only, or by rules of their own: a comparison with a value is written out member by member. Objects
 * are equal whatever the order of their members, and numbers by value. Containing means what it means in PostgreSQL.
 */
export function memberJson(places: JsonPlaces): JsonDialect {
  return {
    equals({ sql, path }, value, bind) {
      const { place, exists } = places.of(sql, path, bind);
      return all([exists, equals(place, value, bind)]);
    },
    contains({ sql, path }, value, bind) {
      const { place, exists } = places.of(sql, path, bind);
      const contained = contains(place, value, bind);
      // A list contains a plain value that is one of its elements: only here, not within.
      return all([exists, isContainer(value) ? contained : `(${contained} or ${hasElement(place, value, bind)})`]);
    },
  };

  function equals(place: JsonPlace, value: unknown, bind: Bind): string {
    if (!isContainer(value)) return equalsPlain(place, value, bind);
    const kind = Array.isArray(value) ? "array" : "object";
    const members: [string | number, unknown][] = Array.isArray(value)
      ? value.map((element: unknown, index) => [index, element])
      : Object.entries(value);
    return all([
      places.isKind(place, kind, bind),
      places.hasLength(place, kind, members.length, bind),
      ...members.map(([step, member]) => equals(places.within(place, step), member, bind)),
    ]);
  }

  function contains(place: JsonPlace, value: unknown, bind: Bind): string {
    if (!isContainer(value)) return equalsPlain(place, value, bind);
    if (Array.isArray(value)) {
      const head = places.isKind(place, "array", bind);
      return all([head, ...value.map((element: unknown) => hasElement(place, element, bind))]);
    }
    const head = places.isKind(place, "object", bind);
    const members = Object.entries(value);
    return all([head, ...members.map(([name, member]) => contains(places.within(place, name), member, bind))]);
  }

  function hasElement(place: JsonPlace, value: unknown, bind: Bind): string {
    const head = places.isKind(place, "array", bind);
    return all([head, places.some(place, (element) => contains(element, value, bind), bind)]);
  }

  function equalsPlain(place: JsonPlace, value: unknown, bind: Bind): string {
    if (typeof value !== "number" && typeof value !== "string" && typeof value !== "boolean")
      return places.isKind(place, "null", bind);
    const head = places.isKind(place, typeof value as "boolean" | "number" | "string", bind);
    return all([head, places.isValue(place, value, bind)]);
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function all(conditions: readonly string[]): string {
  const needed = conditions.filter((condition) => condition !== "true");
  return needed.length === 1 ? needed.join("") : `(${needed.join(" and ")})`;
}
