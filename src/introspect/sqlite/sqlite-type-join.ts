import type { ColumnType } from "../../model/column-type.js";
import { isSameType } from "../../model/is-same-type.js";

/** What an expression gives. */
export interface ExpressionType {
  /** Null for an expression that is always NULL. */
  readonly type: ColumnType | null;
  readonly nullable: boolean;
}

/** The types that expressions have by nature. */
export const plainTypes = {
  text: { kind: "text", length: null, fixed: false },
  integer: { kind: "integer", bits: 64, unsigned: false, exact: false },
  float: { kind: "float", bits: 64 },
  bytes: { kind: "bytes", length: null, fixed: false },
  boolean: { kind: "boolean" },
  json: { kind: "json", binary: false },
} as const satisfies Readonly<Record<string, ColumnType>>;

/** The type that holds the values of all of these; null where there is none, or one of them is not known. Nullable where one of them is. */
export function joinTypes(types: readonly (ExpressionType | null)[]): ExpressionType | null {
  let joined: ColumnType | null = null;
  for (const item of types) {
    if (item === null) return null;
    if (item.type === null) continue;
    joined = joined === null ? item.type : joinTwo(joined, item.type);
    if (joined === null) return null;
  }
  return { type: joined, nullable: types.some((item) => item?.nullable ?? true) };
}

function joinTwo(left: ColumnType, right: ColumnType): ColumnType | null {
  if (isSameType(left, right)) return left;
  if (left.kind === "integer" && right.kind === "integer") return left.exact ? left : right;
  if (left.kind === right.kind && (left.kind === "text" || left.kind === "bytes")) return plainTypes[left.kind];
  const [lower, higher] = rankOf(left) <= rankOf(right) ? [left, right] : [right, left];
  if (rankOf(lower) === 0) return null;
  if (higher.kind === "float") return higher;
  if (higher.kind !== "decimal") return null;
  return lower.kind === "decimal" ? { ...higher, precision: null, scale: null } : higher;
}

/** Integers fit into decimals, and decimals, being doubles here, into floats; all else has no rank. */
const ranks: ReadonlyMap<string, number> = new Map([
  ["integer", 1],
  ["decimal", 2],
  ["float", 3],
]);

function rankOf(type: ColumnType): number {
  return ranks.get(type.kind) ?? 0;
}

/** The type of a sum or a product of these: whole numbers stay whole, and all others are doubles. Nullable, for a division by zero gives NULL. */
export function arithmeticType(operands: readonly (ExpressionType | null)[]): ExpressionType | null {
  const kinds = operands.map((operand) => operand?.type?.kind);
  if (kinds.every((kind) => kind === "integer" || kind === "boolean"))
    return { type: plainTypes.integer, nullable: true };
  const isNumeric = kinds.every(
    (kind) => kind === "integer" || kind === "boolean" || kind === "decimal" || kind === "float",
  );
  return isNumeric ? { type: plainTypes.float, nullable: true } : null;
}
