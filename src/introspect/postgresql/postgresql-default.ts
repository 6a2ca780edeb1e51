import type { DefaultValue } from "../../model/default-value.js";
import type { QualifiedName } from "../../model/qualified-name.js";
import { SqlTokenReader } from "./sql-token-reader.js";
import { toSqlTokens } from "./sql-tokens.js";

/** The default that an expression of `pg_attrdef` stands for; null stands for none. */
export function toDefault(expression: string | null): DefaultValue {
  if (expression === null) return { kind: "none" };
  return toLiteral(expression) ?? toSequence(expression) ?? { kind: "expression", sql: expression };
}

function toLiteral(expression: string): DefaultValue | null {
  const reader = new SqlTokenReader(toSqlTokens(expression) ?? []);
  const constant = reader.readConstant();
  if (constant === null || !reader.isAtEnd()) return null;
  if (constant.kind === "null") return { kind: "literal", value: null };
  return { kind: "literal", value: constant.kind === "boolean" ? constant.value === "true" : constant.value };
}

/**
 * `nextval('public.t_id_seq'::regclass)`, or `nextval(('public.t_id_seq'::text)::regclass)` as servers before 8.1 wrote it. A name without a schema
 * depends on the session's search path, and stays an expression.
 */
function toSequence(expression: string): DefaultValue | null {
  const reader = new SqlTokenReader(toSqlTokens(expression) ?? []);
  if (!reader.readAll("nextval", "(")) return null;
  const constant = reader.readCast(() => reader.readConstant());
  const type = constant?.types.at(-1) ?? constant?.value.type;
  if (constant === null || type !== "regclass" || !reader.readExact(")") || !reader.isAtEnd()) return null;
  const name = toQualifiedName(constant.value.value);
  return name === null ? null : { kind: "sequence", ...name };
}

function toQualifiedName(text: string): QualifiedName | null {
  const reader = new SqlTokenReader(toSqlTokens(text) ?? []);
  const schema = reader.readName();
  const name = reader.readExact(".") ? reader.readName() : null;
  return schema === null || name === null || !reader.isAtEnd() ? null : { schema, name };
}
