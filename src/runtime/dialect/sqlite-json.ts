import type { Bind, JsonDialect, JsonPath } from "./dialect.js";
import { memberJson, type JsonKind, type JsonPlace } from "./member-json.js";

/** SQLite compares JSON as text only. */
export const sqliteJson: JsonDialect = memberJson({
  of: (root, path) => ({ place: { root, depth: 0, path: (bind) => bind(`$${toSuffix(path)}`) }, exists: "true" }),
  within: (place, step) => ({ ...place, path: (bind) => `${place.path(bind)} || ${bind(toSuffix([step]))}` }),
  isKind: (place, kind, bind) => `json_type(${at(place, bind)}) in (${typesOf[kind]})`,
  hasLength: (place, kind, length, bind) =>
    kind === "array"
      ? `json_array_length(${at(place, bind)}) = ${length}`
      : `(select count(*) from json_each(${at(place, bind)})) = ${length}`,
  isValue: (place, value, bind) =>
    typeof value === "boolean"
      ? `json_type(${at(place, bind)}) = '${String(value)}'`
      : `json_extract(${at(place, bind)}) = ${bind(value)}`,
  some(place, condition, bind) {
    const alias = `j${place.depth}`;
    const list = `select 1 from json_each(${at(place, bind)}) as ${alias}`;
    return `exists (${list} where ${condition({ ...place, depth: place.depth + 1, path: () => `${alias}.fullkey` })})`;
  },
});

const typesOf: Readonly<Record<JsonKind, string>> = {
  array: "'array'",
  boolean: "'true', 'false'",
  null: "'null'",
  number: "'integer', 'real'",
  object: "'object'",
  string: "'text'",
};

function at(place: JsonPlace, bind: Bind): string {
  return `${place.root}, ${place.path(bind)}`;
}

function toSuffix(path: JsonPath): string {
  return path.map((step) => (typeof step === "number" ? toIndex(step) : `.${JSON.stringify(step)}`)).join("");
}

function toIndex(position: number): string {
  return position < 0 ? `[#${position}]` : `[${position}]`;
}
