import type { ExpectedFixture } from "../../../src/testing/index.js";

const integer = (bits: 8 | 16 | 24 | 32 | 64, unsigned = false): object => ({
  kind: "integer",
  bits,
  unsigned,
  exact: true,
});
const text = (length: number | null, fixed = false): object => ({ kind: "text", length, fixed });
const bytes = (length: number | null, fixed = false): object => ({ kind: "bytes", length, fixed });

/** Each type with the text that the catalog prints, and what it is in the model. */
const types: readonly (readonly [string, object])[] = [
  ["tinyint(1)", { kind: "boolean" }],
  ["tinyint", integer(8)],
  ["tinyint unsigned", integer(8, true)],
  ["smallint", integer(16)],
  ["mediumint", integer(24)],
  ["int", integer(32)],
  ["int unsigned", integer(32, true)],
  ["bigint", integer(64)],
  ["bigint unsigned", integer(64, true)],
  ["decimal(10,2)", { kind: "decimal", precision: 10, scale: 2, unsigned: false }],
  ["decimal(12,3) unsigned", { kind: "decimal", precision: 12, scale: 3, unsigned: true }],
  ["float", { kind: "float", bits: 32 }],
  ["double", { kind: "float", bits: 64 }],
  ["bit(1)", { kind: "bits", length: 1, fixed: true }],
  ["bit(8)", { kind: "bits", length: 8, fixed: true }],
  ["char(3)", text(3, true)],
  ["varchar(20)", text(20)],
  ["tinytext", text(null)],
  ["text", text(null)],
  ["longtext", text(null)],
  ["binary(4)", bytes(4, true)],
  ["varbinary(16)", bytes(16)],
  ["date", { kind: "date" }],
  ["time", { kind: "time", precision: 0, zone: false }],
  ["time(3)", { kind: "time", precision: 3, zone: false }],
  ["datetime", { kind: "timestamp", precision: 0, zone: false }],
  ["datetime(6)", { kind: "timestamp", precision: 6, zone: false }],
  ["timestamp", { kind: "timestamp", precision: 0, zone: true }],
  ["year", { kind: "year" }],
  ["enum('b','a')", { kind: "inlineEnum", values: ["b", "a"] }],
  ["set('x','y')", { kind: "set", values: ["x", "y"] }],
  ["point", { kind: "opaque", name: "point", comparable: false }],
];

export const mariadbTypes: ExpectedFixture = {
  sql: `create table every_type (${types.map(([type], place) => `c${place} ${type} null`).join(", ")})`,
  model: {
    tables: {
      every_type: {
        columns: Object.fromEntries(types.map(([databaseType, type], place) => [`c${place}`, { databaseType, type }])),
      },
    },
  },
};
