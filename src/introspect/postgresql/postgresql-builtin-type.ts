import type { ColumnType } from "../../model/column-type.js";

/**
 * What a type of `pg_catalog` is, by its name there; undefined for one that is not known. `typmod` is `pg_attribute.atttypmod`: -1 for none
 * (https://www.postgresql.org/docs/current/datatype.html).
 */
export function toBuiltinType(name: string, typmod: number): ColumnType | undefined {
  return plainTypes.get(name) ?? modifiedTypes.get(name)?.(typmod);
}

const integer = (bits: 16 | 32 | 64, unsigned = false): ColumnType => ({
  kind: "integer",
  bits,
  unsigned,
  exact: true,
});
const unboundText: ColumnType = { kind: "text", length: null, fixed: false };
const opaque = (name: string, comparable: boolean): [string, ColumnType] => [
  name,
  { kind: "opaque", name, comparable },
];

/** Types without modifiers. */
const plainTypes: ReadonlyMap<string, ColumnType> = new Map<string, ColumnType>([
  ["bool", { kind: "boolean" }],
  ["int2", integer(16)],
  ["int4", integer(32)],
  ["int8", integer(64)],
  ["oid", integer(32, true)],
  ["float4", { kind: "float", bits: 32 }],
  ["float8", { kind: "float", bits: 64 }],
  ["money", { kind: "money" }],
  ["text", unboundText],
  ["name", unboundText],
  ["char", unboundText],
  ["uuid", { kind: "uuid" }],
  ["xml", { kind: "xml" }],
  ["bytea", { kind: "bytes", length: null, fixed: false }],
  ["date", { kind: "date" }],
  ["json", { kind: "json", binary: false }],
  ["jsonb", { kind: "json", binary: true }],
  // Comparable are those whose equality is that of an index or a hash: the `=` of box, circle, lseg and path compares sizes.
  ...["inet", "cidr", "macaddr", "macaddr8", "tsvector", "tsquery", "pg_lsn", "xid", "xid8", "cid", "tid"].map((name) =>
    opaque(name, true),
  ),
  ...["regclass", "regcollation", "regconfig", "regdatabase", "regdictionary", "regnamespace", "regoper"].map((name) =>
    opaque(name, true),
  ),
  ...["regoperator", "regproc", "regprocedure", "regrole", "regtype", "oidvector", "aclitem"].map((name) =>
    opaque(name, true),
  ),
  ...["point", "line", "lseg", "box", "path", "polygon", "circle", "jsonpath", "refcursor", "int2vector"].map((name) =>
    opaque(name, false),
  ),
  ...["txid_snapshot", "pg_snapshot", "gtsvector", "pg_node_tree"].map((name) => opaque(name, false)),
]);

/** Types with modifiers, which count from 4 where the type's values have a length word. */
const modifiedTypes: ReadonlyMap<string, (typmod: number) => ColumnType> = new Map<
  string,
  (typmod: number) => ColumnType
>([
  ["varchar", (typmod) => ({ kind: "text", length: typmod < 0 ? null : typmod - 4, fixed: false })],
  ["bpchar", (typmod) => ({ kind: "text", length: typmod < 0 ? null : typmod - 4, fixed: true })],
  ["bit", (typmod) => ({ kind: "bits", length: typmod < 0 ? null : typmod, fixed: true })],
  ["varbit", (typmod) => ({ kind: "bits", length: typmod < 0 ? null : typmod, fixed: false })],
  ["numeric", toDecimal],
  ["time", (typmod) => ({ kind: "time", precision: toPrecision(typmod), zone: false })],
  ["timetz", (typmod) => ({ kind: "time", precision: toPrecision(typmod), zone: true })],
  ["timestamp", (typmod) => ({ kind: "timestamp", precision: toPrecision(typmod), zone: false })],
  ["timestamptz", (typmod) => ({ kind: "timestamp", precision: toPrecision(typmod), zone: true })],
  ["interval", toInterval],
]);

function toPrecision(typmod: number): number | null {
  return typmod < 0 ? null : typmod;
}

/** Precision in the upper 16 bits, scale in the lower 11, with a sign since PostgreSQL 15. */
function toDecimal(typmod: number): ColumnType {
  if (typmod < 0) return { kind: "decimal", precision: null, scale: null, unsigned: false };
  const modifiers = typmod - 4;
  const scale = ((modifiers & 0x7ff) ^ 0x400) - 0x400;
  return { kind: "decimal", precision: (modifiers >> 16) & 0xffff, scale, unsigned: false };
}

/** Fields as a set of bits in the upper 16 bits, all of them for no restriction; precision in the lower 16, all set for none. */
function toInterval(typmod: number): ColumnType {
  if (typmod < 0) return { kind: "interval", precision: null, fields: null };
  const precision = typmod & 0xffff;
  const fields = (typmod >> 16) & 0x7fff;
  return {
    kind: "interval",
    precision: precision === 0xffff ? null : precision,
    fields: fields === 0x7fff ? null : toFields(fields),
  };
}

/** From the largest field to the smallest: `day to second`, or `year` alone. */
function toFields(bits: number): string | null {
  const named = intervalFields.filter(([bit]) => (bits & (1 << bit)) !== 0).map(([, name]) => name);
  const [first] = named;
  const last = named.at(-1);
  if (first === undefined || last === undefined) return null;
  return first === last ? first : `${first} to ${last}`;
}

/** Bit numbers of the interval's fields, as the server's `datetime.h` lays them down. */
const intervalFields = [
  [2, "year"],
  [1, "month"],
  [3, "day"],
  [10, "hour"],
  [11, "minute"],
  [12, "second"],
] as const;
