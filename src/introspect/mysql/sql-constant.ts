import { toSqlTokens, type SqlToken } from "./sql-tokens.js";

/** A constant of SQL. */
export interface SqlConstant {
  readonly kind: "text" | "number" | "bits" | "null";
  /** Without quotes; empty for NULL. */
  readonly value: string;
}

/** Reads a constant, with a sign in front of a number; null for anything else. */
export function toSqlConstant(sql: string): SqlConstant | null {
  const [first, second, ...others] = toSqlTokens(sql) ?? [];
  if (first === undefined || others.length > 0) return null;
  if (second !== undefined) {
    const isSigned = second.kind === "number" && /^[-+]$/.test(first.value);
    return isSigned ? { kind: "number", value: (first.value === "-" ? "-" : "") + second.value } : null;
  }
  if (isNull(first)) return { kind: "null", value: "" };
  const { kind, value } = first;
  return kind === "text" || kind === "number" || kind === "bits" ? { kind, value } : null;
}

function isNull({ kind, value }: SqlToken): boolean {
  return kind === "word" && value.toLowerCase() === "null";
}
