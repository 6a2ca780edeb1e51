import type { Bind, JsonDialect, JsonPath, JsonTarget } from "./dialect.js";

/**
 * SQLite compares JSON as text only, so a comparison with a value is written out member by member: objects are equal whatever the order of their
 * members, and numbers by value.
 */
export const sqliteJson: JsonDialect = {
  equals: (target, value, bind) => equals(toPlace(target), value, bind),
  contains(target, value, bind) {
    const place = toPlace(target);
    const contained = contains(place, value, bind);
    // As in PostgreSQL, a list contains a plain value that is one of its elements: only here, not within.
    return isContainer(value) ? contained : `(${contained} or ${hasElement(place, value, bind)})`;
  },
};

/** A place in a JSON value: `root` is the SQL of the whole, `path` makes the SQL of the path to it, binding what it needs. */
interface Place {
  readonly root: string;
  readonly depth: number;
  readonly path: (bind: Bind) => string;
}

function toPlace({ sql, path }: JsonTarget): Place {
  return { root: sql, depth: 0, path: (bind) => bind(`$${toSuffix(path)}`) };
}

function equals(place: Place, value: unknown, bind: Bind): string {
  if (Array.isArray(value)) {
    const head = `${typeIs(place, "array", bind)} and json_array_length(${at(place, bind)}) = ${value.length}`;
    return all(
      head,
      value.map((element: unknown, index) => equals(within(place, index), element, bind)),
    );
  }
  if (!isContainer(value)) return equalsPlain(place, value, bind);
  const members = Object.entries(value);
  const head = `${typeIs(place, "object", bind)} and (select count(*) from json_each(${at(place, bind)})) = ${members.length}`;
  return all(
    head,
    members.map(([name, member]) => equals(within(place, name), member, bind)),
  );
}

function contains(place: Place, value: unknown, bind: Bind): string {
  if (Array.isArray(value)) {
    const head = typeIs(place, "array", bind);
    return all(
      head,
      value.map((element: unknown) => hasElement(place, element, bind)),
    );
  }
  if (!isContainer(value)) return equalsPlain(place, value, bind);
  const head = typeIs(place, "object", bind);
  return all(
    head,
    Object.entries(value).map(([name, member]) => contains(within(place, name), member, bind)),
  );
}

function hasElement(place: Place, value: unknown, bind: Bind): string {
  const alias = `j${place.depth}`;
  const list = `${typeIs(place, "array", bind)} and exists (select 1 from json_each(${at(place, bind)}) as ${alias}`;
  const element: Place = { root: place.root, depth: place.depth + 1, path: () => `${alias}.fullkey` };
  return `(${list} where ${contains(element, value, bind)}))`;
}

function equalsPlain(place: Place, value: unknown, bind: Bind): string {
  if (typeof value === "number")
    return `(${typeIs(place, ["integer", "real"], bind)} and ${extractIs(place, value, bind)})`;
  if (typeof value === "string") return `(${typeIs(place, "text", bind)} and ${extractIs(place, value, bind)})`;
  return typeIs(place, String(value), bind);
}

function extractIs(place: Place, value: number | string, bind: Bind): string {
  return `json_extract(${at(place, bind)}) = ${bind(value)}`;
}

function typeIs(place: Place, types: string | readonly string[], bind: Bind): string {
  const list = [types].flat().map((type) => `'${type}'`);
  return `json_type(${at(place, bind)}) in (${list.join(", ")})`;
}

function at(place: Place, bind: Bind): string {
  return `${place.root}, ${place.path(bind)}`;
}

function within(place: Place, step: string | number): Place {
  return { ...place, path: (bind) => `${place.path(bind)} || ${bind(toSuffix([step]))}` };
}

function toSuffix(path: JsonPath): string {
  return path.map((step) => (typeof step === "number" ? toIndex(step) : `.${JSON.stringify(step)}`)).join("");
}

function toIndex(position: number): string {
  return position < 0 ? `[#${position}]` : `[${position}]`;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function all(head: string, conditions: readonly string[]): string {
  return `(${[head, ...conditions].join(" and ")})`;
}
