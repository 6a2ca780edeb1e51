import type { ColumnType } from "../../model/column-type.js";
import { toBuiltinType } from "./postgresql-builtin-type.js";
import type { TypeRow } from "./postgresql-rows.js";

/** Translates the types of columns, fields and parameters, and remembers which of the user's own were met. */
export interface TypeResolver {
  /**
   * `typmod` is -1 for none; `dimensions` as declared, which the server does not hold to: an array has one at least.
   * A type that is not known is `unsupported`.
   */
  toColumnType(type: number, typmod: number, dimensions: number): ColumnType;
  /** The row of a type; undefined for one that was not read. */
  find(type: number): TypeRow | undefined;
  /** Whether an enum, domain, composite or range was met in a column type. */
  isUsed(type: number): boolean;
}

/** Prepares the translation of types from the rows of all types there are. */
export function toTypeResolver(rows: readonly TypeRow[]): TypeResolver {
  const byOid = new Map(rows.map((row) => [row.oid, row]));
  const translated = new Map<string, ColumnType>();
  const used = new Set<number>();
  const resolver: TypeResolver = {
    toColumnType: (type, typmod, dimensions) => {
      const key = `${type} ${typmod} ${dimensions}`;
      const known = translated.get(key);
      if (known !== undefined) return known;
      const made = toType(resolver, byOid.get(type), { typmod, dimensions, used });
      translated.set(key, made);
      return made;
    },
    find: (type) => byOid.get(type),
    isUsed: (type) => used.has(type),
  };
  return resolver;
}

/** Whether a type is one of the database's own, which the model lists. Those of extensions and of the server are none. */
export function isOwnType(row: TypeRow): boolean {
  return row.extension === null && !row.system;
}

/** Whether a type, or what it is made of, is not known. Domains and composites have reports of their own. */
export function isUnsupported(type: ColumnType): boolean {
  if (type.kind === "array" || type.kind === "range") return isUnsupported(type.element);
  return type.kind === "unsupported";
}

interface Modifiers {
  readonly typmod: number;
  readonly dimensions: number;
  readonly used: Set<number>;
}

function toType(resolver: TypeResolver, row: TypeRow | undefined, modifiers: Modifiers): ColumnType {
  if (row === undefined) return { kind: "unsupported" };
  if (row.element !== 0) return toArray(resolver.toColumnType(row.element, modifiers.typmod, 0), modifiers.dimensions);
  if (row.subtype !== 0) return toRange(resolver, row, modifiers.used);
  if (row.typtype === "b") return toBase(row, modifiers.typmod);
  if (isOwnType(row)) return toNamed(row, modifiers.used);
  // A domain of an extension or of the information schema is not in the model: its base stands for it.
  return row.typtype === "d" ? toDomainBase(resolver, row) : { kind: "unsupported" };
}

/** What a domain is over. */
export function toDomainBase(resolver: TypeResolver, row: TypeRow): ColumnType {
  return resolver.toColumnType(row.base, row.base_typmod, row.dimensions);
}

/** What the values of a type are, domains resolved. */
export function toPlainType(resolver: TypeResolver, type: number, typmod: number): ColumnType {
  const row = resolver.find(type);
  return row?.typtype === "d"
    ? toPlainType(resolver, row.base, row.base_typmod)
    : resolver.toColumnType(type, typmod, 0);
}

function toArray(element: ColumnType, dimensions: number): ColumnType {
  const array: ColumnType = { kind: "array", element };
  return dimensions > 1 ? toArray(array, dimensions - 1) : array;
}

function toRange(resolver: TypeResolver, row: TypeRow, used: Set<number>): ColumnType {
  used.add(row.oid);
  return { kind: "range", element: resolver.toColumnType(row.subtype, -1, 0), multi: row.typtype === "m" };
}

/** `citext` compares without case and has no modifiers; its values are texts like any other. */
function toBase(row: TypeRow, typmod: number): ColumnType {
  if (row.extension === "citext" && row.name === "citext") return { kind: "text", length: null, fixed: false };
  const builtin = row.schema === "pg_catalog" ? toBuiltinType(row.name, typmod) : undefined;
  return builtin ?? { kind: "unsupported" };
}

const namedKinds: ReadonlyMap<string, "enum" | "domain" | "composite"> = new Map([
  ["e", "enum"],
  ["d", "domain"],
  ["c", "composite"],
]);

function toNamed(row: TypeRow, used: Set<number>): ColumnType {
  const kind = namedKinds.get(row.typtype);
  if (kind === undefined) return { kind: "unsupported" };
  used.add(row.oid);
  return { kind, schema: row.schema, name: row.name };
}
