import { float32 } from "../codec/mysql/float-codecs.js";
import { json } from "../codec/mysql/json.js";
import { time } from "../codec/mysql/time.js";
import { timestamp } from "../codec/mysql/timestamp-codecs.js";
import { bytes } from "../codec/mysql/bytes.js";
import { toObjects } from "../raw-sql/to-objects.js";
import type { MysqlColumn, MysqlRowSet } from "./mysql-query.js";

/** Rows of raw SQL as objects: each value is what its column's type gives in a repository, 64-bit integers apart. */
export function toRawObjects({ rows, columns }: MysqlRowSet): readonly object[] {
  const labels = columns.map(({ name }) => name);
  return toObjects(labels, rows, (column) => readerOf(columns[column]));
}

/** By the numbers of the protocol: https://dev.mysql.com/doc/dev/mysql-server/latest/field__types_8h.html */
const readers: ReadonlyMap<number | undefined, (value: unknown) => unknown> = new Map([
  [4, float32.read],
  [7, timestamp.read],
  [8, toInteger],
  [11, time.read],
  [12, timestamp.read],
  [245, json.read],
]);

/** MariaDB sends JSON as text, with a word beside the type. */
function readerOf(column: MysqlColumn | undefined): (value: unknown) => unknown {
  if (column?.extendedFormat === "json") return json.read;
  return readers.get(column?.type) ?? asRead;
}

/** A number where it is exact, and a bigint beyond. */
function toInteger(value: unknown): unknown {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : BigInt(value as string);
}

/** Numbers and texts as they are; of bytes, the plain array. */
function asRead(value: unknown): unknown {
  return value instanceof Uint8Array ? bytes.read(value) : value;
}
