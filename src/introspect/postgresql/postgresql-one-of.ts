import type { OneOf } from "../../model/table-model.js";
import { SqlTokenReader, type SqlConstant } from "./sql-token-reader.js";
import { toSqlTokens } from "./sql-tokens.js";

/**
 * The values that a check allows its one column, in the order written; null for a check that says anything else.
 *
 * `status IN ('a', 'b')` comes back from the server as `((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))`;
 * a list of one as `(status = 'a'::text)`; and people write chains of OR. `status IS NULL OR …` adds nothing, as a check lets null pass.
 */
export function toOneOf(expression: string): OneOf | null {
  const reader = new SqlTokenReader(toSqlTokens(expression) ?? []);
  const alternatives = readAlternatives(reader);
  return alternatives === null || !reader.isAtEnd() ? null : toValues(alternatives);
}

/** What one comparison allows. */
interface Alternative {
  readonly column: string;
  readonly constants: readonly SqlConstant[];
}

function readAlternatives(reader: SqlTokenReader): readonly Alternative[] | null {
  const alternatives: Alternative[] = [];
  do {
    const more = readParenthesizedAlternatives(reader) ?? readComparison(reader);
    if (more === null) return null;
    alternatives.push(...more);
  } while (reader.readExact("or"));
  return alternatives;
}

function readParenthesizedAlternatives(reader: SqlTokenReader): readonly Alternative[] | null {
  return reader.attempt(() => {
    if (!reader.readExact("(")) return null;
    const inner = readAlternatives(reader);
    return inner !== null && reader.readExact(")") ? inner : null;
  });
}

function readComparison(reader: SqlTokenReader): readonly Alternative[] | null {
  return reader.attempt(() => {
    const column = reader.readCast(() => reader.readName());
    if (column === null || !column.types.every(isTextOrNumber)) return null;
    if (reader.readAll("is", "null")) return [{ column: column.value, constants: [] }];
    if (!reader.readExact("=")) return null;
    const constants = readConstants(reader);
    return constants === null ? null : [{ column: column.value, constants }];
  });
}

function readConstants(reader: SqlTokenReader): readonly SqlConstant[] | null {
  if (reader.readAll("any", "(")) {
    const list = reader.readCast(() => readArray(reader) ?? readArrayText(reader));
    return list !== null && reader.readExact(")") ? list.value : null;
  }
  const constant = reader.readCast(() => reader.readConstant());
  return constant === null ? null : [constant.value];
}

function readArray(reader: SqlTokenReader): readonly SqlConstant[] | null {
  return reader.attempt(() => {
    if (!reader.readAll("array", "[")) return null;
    const constants: SqlConstant[] = [];
    do {
      const constant = reader.readCast(() => reader.readConstant());
      if (constant === null) return null;
      constants.push(constant.value);
    } while (reader.readExact(","));
    return reader.readExact("]") ? constants : null;
  });
}

/** An array that was written as one constant: `'{a,b}'::text[]`. Quoted elements are left to the server. */
function readArrayText(reader: SqlTokenReader): readonly SqlConstant[] | null {
  return reader.attempt(() => {
    const constant = reader.readConstant();
    const elements = /^\{([^{}"\\]+)\}$/.exec(constant?.value ?? "")?.[1]?.split(",");
    if (constant?.kind !== "text" || !constant.type?.endsWith("[]") || elements === undefined) return null;
    if (elements.some((element) => element.toLowerCase() === "null")) return null;
    const type = constant.type.slice(0, -"[]".length);
    return elements.map((value) => ({ kind: "text", value, type }));
  });
}

function toValues(alternatives: readonly Alternative[]): OneOf | null {
  const [first] = alternatives;
  const constants = alternatives.flatMap((alternative) => alternative.constants);
  if (first === undefined || constants.length === 0) return null;
  const numeric = isNumber(constants[0]);
  const fits = constants.every((constant) => (numeric ? isNumber(constant) : isText(constant)));
  if (!fits || alternatives.some((alternative) => alternative.column !== first.column)) return null;
  return { column: first.column, values: [...new Set(constants.map((constant) => constant.value))], numeric };
}

function isNumber(constant: SqlConstant | undefined): boolean {
  if (constant?.kind === "number") return constant.type === null || numberTypes.has(constant.type);
  return constant?.kind === "text" && constant.type !== null && numberTypes.has(constant.type);
}

function isText(constant: SqlConstant): boolean {
  return constant.kind === "text" && constant.type !== null && textTypes.has(constant.type);
}

function isTextOrNumber(type: string): boolean {
  return textTypes.has(type) || numberTypes.has(type);
}

/** Types that compare texts as they are; `citext` does not. */
const textTypes: ReadonlySet<string> = new Set(["text", "character varying", "character", "bpchar"]);
const numberTypes: ReadonlySet<string> = new Set([
  "smallint",
  "integer",
  "bigint",
  "numeric",
  "real",
  "double precision",
]);
