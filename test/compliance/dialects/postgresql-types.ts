import type { ExpectedFixture } from "../../../src/testing/index.js";

const integer = (bits: 16 | 32 | 64): object => ({ kind: "integer", bits, unsigned: false, exact: true });
const text = (length: number | null, fixed = false): object => ({ kind: "text", length, fixed });
const opaque = (name: string, comparable: boolean): object => ({ kind: "opaque", name, comparable });

/** Each type with the text that the catalog prints, and what it is in the model. */
const types: readonly (readonly [string, object])[] = [
  ["smallint", integer(16)],
  ["integer", integer(32)],
  ["bigint", integer(64)],
  ["boolean", { kind: "boolean" }],
  ["numeric", { kind: "decimal", precision: null, scale: null, unsigned: false }],
  ["numeric(10,2)", { kind: "decimal", precision: 10, scale: 2, unsigned: false }],
  ["money", { kind: "money" }],
  ["real", { kind: "float", bits: 32 }],
  ["double precision", { kind: "float", bits: 64 }],
  ["text", text(null)],
  ["character varying(20)", text(20)],
  ["character(3)", text(3, true)],
  ["bytea", { kind: "bytes", length: null, fixed: false }],
  ["date", { kind: "date" }],
  ["time without time zone", { kind: "time", precision: null, zone: false }],
  ["time(3) with time zone", { kind: "time", precision: 3, zone: true }],
  ["timestamp without time zone", { kind: "timestamp", precision: null, zone: false }],
  ["timestamp(0) with time zone", { kind: "timestamp", precision: 0, zone: true }],
  ["interval", { kind: "interval", precision: null, fields: null }],
  ["interval year to month", { kind: "interval", precision: null, fields: "year to month" }],
  ["uuid", { kind: "uuid" }],
  ["xml", { kind: "xml" }],
  ["json", { kind: "json", binary: false }],
  ["jsonb", { kind: "json", binary: true }],
  ["bit(4)", { kind: "bits", length: 4, fixed: true }],
  ["bit varying(8)", { kind: "bits", length: 8, fixed: false }],
  ["inet", opaque("inet", true)],
  ["macaddr", opaque("macaddr", true)],
  ["point", opaque("point", false)],
  ["tsvector", opaque("tsvector", true)],
  ["integer[]", { kind: "array", element: integer(32) }],
  ["tstzrange", { kind: "range", element: { kind: "timestamp", precision: null, zone: true }, multi: false }],
  ["oid", { kind: "integer", bits: 32, unsigned: true, exact: true }],
];

export const postgresqlTypes: ExpectedFixture = {
  sql: `create table every_type (${types.map(([type], place) => `c${place} ${type}`).join(", ")})`,
  model: {
    tables: {
      every_type: {
        columns: Object.fromEntries(types.map(([databaseType, type], place) => [`c${place}`, { databaseType, type }])),
      },
    },
  },
};
