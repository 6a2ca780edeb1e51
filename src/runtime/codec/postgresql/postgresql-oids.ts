import type { Codec } from "../../codec.js";
import { refuseWrite } from "../refuse.js";
import { boolean } from "./boolean.js";
import { bytes } from "./bytes.js";
import { date } from "./date-codecs.js";
import { float32, float64 } from "./float-codecs.js";
import { int32, safeInteger } from "./integer-codecs.js";
import { json } from "./json.js";
import { multirangeOf, rangeOf } from "./range-codecs.js";
import { rawArray } from "./raw-array.js";
import { unknown } from "./text-codecs.js";
import { timestamp, timestamptz } from "./timestamp-codecs.js";

/**
 * The codec of a result column of raw SQL, by its type's OID. Types that are not listed, users' own ones among them, read as the server's text. A domain
 * comes under the OID of its base.
 */
export function codecOfOid(oid: number): Codec {
  return byOid.get(oid) ?? unknown;
}

/** Raw SQL has no declared types: a `bigint`, such as every count, reads as a number where that is exact, and as a bigint beyond 2^53 - 1. */
const rawInteger: Codec = {
  name: "rawInteger",
  read: (value) => {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : BigInt(value as string);
  },
  write: (value) => refuseWrite("rawInteger", "an integer of a declared type", value),
  is: (value): value is unknown => typeof value === "bigint" || Number.isSafeInteger(value),
  wide: false,
};

interface OidEntry {
  readonly codec: Codec;
  readonly oids: readonly number[];
  /** The OIDs of the array types of `oids`. */
  readonly arrays: readonly number[];
}

/** OIDs of the server's own types never change: pg_type.dat of its source. */
const entries: readonly OidEntry[] = [
  { codec: boolean, oids: [16], arrays: [1000] },
  { codec: bytes, oids: [17], arrays: [1001] },
  { codec: rawInteger, oids: [20], arrays: [1016] },
  { codec: int32, oids: [21, 23], arrays: [1005, 1007] },
  { codec: safeInteger, oids: [26], arrays: [1028] },
  { codec: json, oids: [114, 3802], arrays: [199, 3807] },
  { codec: float32, oids: [700], arrays: [1021] },
  { codec: float64, oids: [701], arrays: [1022] },
  { codec: date, oids: [1082], arrays: [1182] },
  { codec: timestamp, oids: [1114], arrays: [1115] },
  { codec: timestamptz, oids: [1184], arrays: [1185] },
  // char, name, text, tid, xid, cid, bpchar, varchar, refcursor, cstring
  { codec: unknown, oids: [], arrays: [1002, 1003, 1009, 1010, 1011, 1012, 1014, 1015, 2201, 1263] },
  // xml, point, lseg, path, polygon, line, circle
  { codec: unknown, oids: [], arrays: [143, 1017, 1018, 1019, 1027, 629, 719] },
  // macaddr, macaddr8, inet, cidr, bit, varbit, uuid, money, numeric
  { codec: unknown, oids: [], arrays: [1040, 775, 1041, 651, 1561, 1563, 2951, 791, 1231] },
  // time, timetz, interval, tsvector, tsquery, jsonpath, record, xid8
  { codec: unknown, oids: [], arrays: [1183, 1270, 1187, 3643, 3645, 4073, 2287, 271] },
  // aclitem, regproc, regprocedure, regoper, regoperator, regclass, regtype, regconfig, regdictionary, regnamespace, regrole, regcollation
  { codec: unknown, oids: [], arrays: [1034, 1008, 2207, 2208, 2209, 2210, 2211, 3735, 3770, 4090, 4097, 4192] },
  // pg_lsn, pg_snapshot, txid_snapshot, gtsvector, int2vector, oidvector
  { codec: unknown, oids: [], arrays: [3221, 5039, 2949, 3644, 1006, 1013] },
  { codec: rangeOf(int32), oids: [3904], arrays: [3905] },
  { codec: rangeOf(rawInteger), oids: [3926], arrays: [3927] },
  { codec: rangeOf(unknown), oids: [3906], arrays: [3907] },
  { codec: rangeOf(timestamp), oids: [3908], arrays: [3909] },
  { codec: rangeOf(timestamptz), oids: [3910], arrays: [3911] },
  { codec: rangeOf(date), oids: [3912], arrays: [3913] },
  { codec: multirangeOf(int32), oids: [4451], arrays: [6150] },
  { codec: multirangeOf(rawInteger), oids: [4536], arrays: [6157] },
  { codec: multirangeOf(unknown), oids: [4532], arrays: [6151] },
  { codec: multirangeOf(timestamp), oids: [4533], arrays: [6152] },
  { codec: multirangeOf(timestamptz), oids: [4534], arrays: [6153] },
  { codec: multirangeOf(date), oids: [4535], arrays: [6155] },
];

const boxArray = 1020;

const byOid: ReadonlyMap<number, Codec> = new Map(
  entries.flatMap(({ codec, oids, arrays }): (readonly [number, Codec])[] => [
    ...oids.map((oid) => [oid, codec] as const),
    ...arrays.map((oid) => [oid, rawArray(codec)] as const),
  ]),
).set(boxArray, rawArray(unknown, ";"));
