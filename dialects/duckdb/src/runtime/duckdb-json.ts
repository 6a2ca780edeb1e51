import {
  memberJson,
  type Bind,
  type JsonDialect,
  type JsonKind,
  type JsonPath,
  type JsonPlace,
} from "tablewright/dialect";

/** DuckDB compares JSON as text only. Its functions: https://duckdb.org/docs/stable/data/json/json_functions */
export const duckdbJson: JsonDialect = memberJson({
  of: (root, path) => ({ place: { root, depth: 0, path: (bind) => pathText(path, bind) }, exists: "true" }),
  within: (place, step) => ({ ...place, path: (bind) => `${place.path(bind)} || ${bindText(toSuffix([step]), bind)}` }),
  isKind: (place, kind, bind) => `json_type(${at(place, bind)}) in (${typesOf[kind]})`,
  hasLength: (place, kind, length, bind) =>
    kind === "array"
      ? `json_array_length(${at(place, bind)}) = ${length}`
      : `len(json_keys(${at(place, bind)})) = ${length}`,
  isValue: (place, value, bind) => {
    const text = `json_extract_string(${at(place, bind)})`;
    return typeof value === "number"
      ? `try_cast(${text} as DOUBLE) = cast(${bind(value)} as DOUBLE)`
      : `${text} = ${bindText(String(value), bind)}`;
  },
  some(place, condition, bind) {
    const alias = `j${place.depth}`;
    const isList = `json_type(${at(place, bind)}) = 'ARRAY'`;
    const list = `case when ${isList} then cast(json_extract(${at(place, bind)}) as JSON[]) else [] end`;
    const element = { root: `${alias}.e`, depth: place.depth + 1, path: () => "'$'" };
    return `exists (select 1 from (select unnest(${list}) as e) as ${alias} where ${condition(element)})`;
  },
});

const typesOf: Readonly<Record<JsonKind, string>> = {
  array: "'ARRAY'",
  boolean: "'BOOLEAN'",
  null: "'NULL'",
  number: "'BIGINT', 'UBIGINT', 'HUGEINT', 'DOUBLE'",
  object: "'OBJECT'",
  string: "'VARCHAR'",
};

function at(place: JsonPlace, bind: Bind): string {
  return `${place.root}, ${place.path(bind)}`;
}

function pathText(path: JsonPath, bind: Bind): string {
  return bindText(`$${toSuffix(path)}`, bind);
}

function bindText(text: string, bind: Bind): string {
  return `cast(${bind(text)} as VARCHAR)`;
}

function toSuffix(path: JsonPath): string {
  return path.map((step) => (typeof step === "number" ? toIndex(step) : `.${JSON.stringify(step)}`)).join("");
}

function toIndex(position: number): string {
  return position < 0 ? `[#${position}]` : `[${position}]`;
}
