import type { Bind, JsonPath } from "./dialect.js";
import { memberJson, type JsonKind, type JsonPlace } from "./member-json.js";

/**
 * Conditions on JSON in columns of text, and of the type JSON; bytes that hold JSON would want FORMAT JSON, which the type refuses. The method `type()` is of Oracle
 * 18c (https://docs.oracle.com/en/database/oracle/oracle-database/18/adjsn/json-path-expressions.html): 12.2 refuses these conditions with an error.
 *
 * A path is a text in the statement, as the server takes no parameter for it. A step to a member would also look into the objects of a list
 * ("SQL/JSON Path Expression Syntax Relaxation"), so that each step asks what it stands in.
 */
export const oracleJson = memberJson({
  of(root, path) {
    const exists = path.map((step, index) => {
      const place = toPlace(root, path.slice(0, index));
      return isKind(place, typeof step === "number" ? "array" : "object");
    });
    return { place: toPlace(root, path), exists: exists.length === 0 ? "true" : exists.join(" and ") };
  },
  within: (place, step) => ({ ...place, path: (bind) => place.path(bind) + toSuffix([step]) }),
  isKind: (place, kind) => isKind(place, kind),
  hasLength: (place, kind, length) =>
    `(select count(*) from json_table(${at(place, kind === "array" ? "[*]" : ".*")} columns (n for ordinality))) = ${length}`,
  isValue(place, value, bind) {
    if (typeof value === "boolean") return `json_value(${at(place)}) = '${String(value)}'`;
    if (typeof value === "number") return `json_value(${at(place)} returning number) = ${bind(value)}`;
    // An empty text would be bound as NULL.
    if (value === "") return `json_exists(${at(place, '?(@ == "")')})`;
    return `json_exists(${at(place, "?(@ == $v)")} passing ${bind(value)} as "v")`;
  },
  some(place, condition) {
    const alias = `j${place.depth}`;
    const element = { root: `${alias}.e`, depth: place.depth + 1, path: () => "$[0]" };
    const list = `json_table(${at(place, "[*]")} columns (e clob format json with wrapper path '$')) ${alias}`;
    return `exists (select 1 from ${list} where ${condition(element)})`;
  },
});

/** What `type()` says. A number of the type JSON may be kept as one of floating point. */
const typesOf: Readonly<Record<JsonKind, string>> = {
  array: "'array'",
  boolean: "'boolean'",
  null: "'null'",
  number: "'number', 'double', 'float'",
  object: "'object'",
  string: "'string'",
};

function isKind(place: JsonPlace, kind: JsonKind): string {
  return `json_value(${at(place, ".type()")}) in (${typesOf[kind]})`;
}

function toPlace(root: string, path: JsonPath): JsonPlace {
  return { root, depth: 0, path: () => `$${toSuffix(path)}` };
}

/** The two first arguments of the functions: the JSON, and the path as a text of SQL. */
function at(place: JsonPlace, end = ""): string {
  return `${place.root}, '${(place.path(unbound) + end).replaceAll("'", "''")}'`;
}

/** Paths hold no parameters. */
const unbound: Bind = () => "";

function toSuffix(path: JsonPath): string {
  return path.map((step) => (typeof step === "number" ? toIndex(step) : `.${JSON.stringify(step)}`)).join("");
}

function toIndex(position: number): string {
  return position < 0 ? `[last${position + 1 === 0 ? "" : position + 1}]` : `[${position}]`;
}
