import type { DefaultValue } from "tablewright";
import { insideBrackets, leadingName, quotedText, withoutBrackets } from "./sql-text.js";

/** The default of a column, as the catalog prints its expression; `schema` is the table's. */
export function toDefault(text: string | null, schema: string): DefaultValue {
  if (text === null) return { kind: "none" };
  const bare = withoutBrackets(text);
  return toSequence(bare, schema) ?? toLiteral(bare) ?? { kind: "expression", sql: bare };
}

/** `nextval('numbers')`, `nextval('other.numbers')`. */
function toSequence(text: string, schema: string): DefaultValue | null {
  const name = /^nextval\(/i.test(text) ? quotedText(insideBrackets(text) ?? "") : null;
  if (name === null) return null;
  const first = leadingName(name.replace(/\..*$/s, "")) ?? name;
  const rest = /^(?:"(?:[^"]|"")*"|[^".]+)\.([^]+)$/.exec(name)?.[1];
  return rest === undefined
    ? { kind: "sequence", schema, name: first }
    : { kind: "sequence", schema: first, name: leadingName(rest) ?? rest };
}

function toLiteral(text: string): DefaultValue | null {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return { kind: "literal", value: text };
  if (text === "NULL") return { kind: "literal", value: null };
  const given = quotedText(text);
  if (given !== null) return { kind: "literal", value: given };
  const boolean = /^CAST\('([tf])' AS BOOLEAN\)$/.exec(text)?.[1];
  return boolean === undefined ? null : { kind: "literal", value: boolean === "t" };
}
