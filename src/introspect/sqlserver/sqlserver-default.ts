import type { ColumnType } from "../../model/column-type.js";
import type { DefaultValue } from "../../model/default-value.js";

/** The default that a definition stands for: the server puts it into brackets, `((0))`, `(getdate())`, and texts into quotes. */
export function toDefault(definition: string, type: ColumnType): DefaultValue {
  const sql = stripBrackets(definition);
  if (/^null$/i.test(sql)) return { kind: "none" };
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(sql)) {
    const isBoolean = type.kind === "boolean" && /^[01]$/.test(sql);
    return { kind: "literal", value: isBoolean ? sql === "1" : sql };
  }
  const [, text] = /^N?'((?:[^']|'')*)'$/i.exec(sql) ?? [];
  if (text !== undefined && type.kind !== "bytes") return { kind: "literal", value: text.replaceAll("''", "'") };
  const [, schema, name] = /^next value for \[((?:[^\]]|\]\])+)\]\.\[((?:[^\]]|\]\])+)\]$/i.exec(sql) ?? [];
  if (schema === undefined || name === undefined) return { kind: "expression", sql };
  return { kind: "sequence", schema: schema.replaceAll("]]", "]"), name: name.replaceAll("]]", "]") };
}

/** Without the brackets that stand around the whole of it. */
export function stripBrackets(sql: string): string {
  const text = sql.trim();
  return text.startsWith("(") && closingPlace(text) === text.length - 1 ? stripBrackets(text.slice(1, -1)) : text;
}

/** Where the first bracket is closed; -1 where it is not. */
function closingPlace(sql: string): number {
  let depth = 0;
  for (const { 0: part, index } of sql.matchAll(/'(?:[^']|'')*'|\[(?:[^\]]|\]\])*\]|"(?:[^"]|"")*"|[()]/g)) {
    if (part === "(") depth += 1;
    else if (part === ")") depth -= 1;
    if (part === ")" && depth === 0) return index;
  }
  return -1;
}
