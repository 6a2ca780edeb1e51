import type { Bind, JsonDialect, JsonPath } from "./dialect.js";
import { memberJson, type JsonKind, type JsonPlace } from "./member-json.js";

/**
 * MariaDB keeps JSON as text. MySQL compares it by value, but its JSON_CONTAINS takes an object for contained in a list that has it as an element, and a value
 * in lists of any depth, unlike PostgreSQL.
 */
export const mysqlJson: JsonDialect = memberJson({
  of(root, path, bind) {
    // A position in what is no list stands for the value itself: `$[0]` of 5 is 5.
    const exists = path.flatMap((step, index) =>
      typeof step === "number" ? [`${typeAt(toPlace(root, path.slice(0, index)), bind)} = 'ARRAY'`] : [],
    );
    return { place: toPlace(root, path), exists: exists.length === 0 ? "true" : exists.join(" and ") };
  },
  within: (place, step) => ({ ...place, path: (bind) => `concat(${place.path(bind)}, ${bind(toSuffix([step]))})` }),
  isKind: (place, kind, bind) => `${typeAt(place, bind)} in (${typesOf[kind]})`,
  hasLength: (place, _kind, length, bind) => `json_length(${extract(place, bind)}) = ${length}`,
  isValue(place, value, bind) {
    if (typeof value === "number") return `${extract(place, bind)} = ${bind(value)}`;
    const text = `json_unquote(${extract(place, bind)})`;
    // Bytes have no collation: neither case nor blanks at the end are passed over.
    return typeof value === "boolean"
      ? `${text} = '${String(value)}'`
      : `cast(${text} as binary) = cast(${bind(value)} as binary)`;
  },
  some(place, condition, bind) {
    const alias = `j${place.depth}`;
    const list = `select 1 from json_table(${extract(place, bind)}, '$[*]' columns (n for ordinality)) as ${alias}`;
    const path = (inner: Bind): string => `concat(${place.path(inner)}, '[', ${alias}.n - 1, ']')`;
    return `exists (${list} where ${condition({ ...place, depth: place.depth + 1, path })})`;
  },
});

const typesOf: Readonly<Record<JsonKind, string>> = {
  array: "'ARRAY'",
  boolean: "'BOOLEAN'",
  null: "'NULL'",
  number: "'INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL'",
  object: "'OBJECT'",
  string: "'STRING'",
};

function toPlace(root: string, path: JsonPath): JsonPlace {
  return { root, depth: 0, path: (bind) => bind(`$${toSuffix(path)}`) };
}

function typeAt(place: JsonPlace, bind: Bind): string {
  return `json_type(${extract(place, bind)})`;
}

function extract(place: JsonPlace, bind: Bind): string {
  return `json_extract(${place.root}, ${place.path(bind)})`;
}

function toSuffix(path: JsonPath): string {
  return path.map((step) => (typeof step === "number" ? toIndex(step) : `.${JSON.stringify(step)}`)).join("");
}

/** `[last-N]`: MySQL 8.0.2, MariaDB 10.9. */
function toIndex(position: number): string {
  return position < 0 ? `[last${position + 1 === 0 ? "" : position + 1}]` : `[${position}]`;
}
