import type { DefaultValue } from "../../model/default-value.js";
import { tokenizeSql, type SqlToken } from "./parse/tokenize-sql.js";

/** What the text of a DEFAULT clause means, as `pragma_table_xinfo` gives it (outer parentheses already gone); null is a column without one. */
export function toSqliteDefault(sql: string | null): DefaultValue {
  if (sql === null) return { kind: "none" };
  const [first, second, ...others] = tokenizeSql(sql);
  if (others.length > 0 || first === undefined) return { kind: "expression", sql };
  if (second === undefined) return toSingle(first, sql);
  const isSigned = second.kind === "number" && (first.text === "-" || first.text === "+");
  return isSigned ? literal((first.text === "-" ? "-" : "") + second.text) : { kind: "expression", sql };
}

function toSingle(token: SqlToken, sql: string): DefaultValue {
  if (token.kind === "string" || token.kind === "name" || token.kind === "number") return literal(token.text);
  if (token.kind !== "word") return { kind: "expression", sql };
  switch (token.text.toUpperCase()) {
    case "NULL":
      return literal(null);
    case "TRUE":
      return literal(true);
    case "FALSE":
      return literal(false);
    case "CURRENT_TIMESTAMP":
    case "CURRENT_DATE":
    case "CURRENT_TIME":
      return { kind: "expression", sql };
    default:
      // SQLite takes a bare word for a text: https://sqlite.org/src/file/src/parse.y, "ccons ::= DEFAULT scanpt id".
      return literal(token.text);
  }
}

function literal(value: string | boolean | null): DefaultValue {
  return { kind: "literal", value };
}
