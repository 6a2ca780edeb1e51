/** What an error of the server comes to. */
export type OracleErrorKind =
  | "cancelled"
  | "deadlock"
  | "invalid"
  | "lock"
  | "lost"
  | "permission"
  | "readOnly"
  | "resources"
  | "serialization"
  | "timeout";

/** Kinds of errors whose messages hold no values, by number: https://docs.oracle.com/en/error-help/db/ */
export const errorKinds: ReadonlyMap<number, OracleErrorKind> = new Map<number, OracleErrorKind>([
  ...each("deadlock", 60, 4020),
  // A snapshot too old (1555) is had anew by a transaction that starts again.
  ...each("serialization", 8177, 1555, 8176),
  ...each("lock", 54, 4021, 30006, 2049),
  ...each("readOnly", 1456, 16000, 12081, 42399),
  ...each("permission", 1031, 1720, 1917, 41900, 1045, 28000, 28001, 1017, 1950),
  ...each("cancelled", 1013),
  ...each("timeout", 40, 56735),
  // Names, syntax, arguments, identity and virtual columns, long values out of place, too many placeholders or items.
  ...each(
    "invalid",
    900,
    901,
    902,
    903,
    904,
    905,
    906,
    907,
    908,
    909,
    911,
    913,
    917,
    918,
    920,
    921,
    922,
    923,
    924,
    925,
  ),
  ...each(
    "invalid",
    926,
    927,
    928,
    932,
    933,
    934,
    935,
    936,
    937,
    938,
    939,
    942,
    947,
    960,
    969,
    972,
    979,
    997,
    1006,
    1007,
  ),
  ...each(
    "invalid",
    1008,
    1036,
    1402,
    1453,
    1461,
    1484,
    1702,
    1732,
    1733,
    1745,
    1747,
    1756,
    1776,
    1779,
    1789,
    1790,
    1795,
  ),
  ...each(
    "invalid",
    1796,
    1797,
    2014,
    2289,
    3001,
    4043,
    6550,
    6553,
    6575,
    32795,
    32796,
    38104,
    54013,
    54017,
    54016,
    30926,
  ),
  ...each("resources", 18, 20, 1000, 1536, 1652, 1653, 1654, 1688, 4030, 4031, 4036, 30036, 1691),
  ...each("lost", 22, 28, 31, 45, 378, 600, 602, 603, 609, 1012, 1041, 1043, 1089, 1092, 2396, 3113, 3114, 3122, 3135),
  ...each("lost", 12153, 12537, 12547, 12570, 12583, 25402, 25408, 27146, 28511, 56600),
]);

/** The server's own messages of these hold the refused values, or may. */
export const dataErrors: ReadonlyMap<number, string> = new Map([
  [1403, "no row was found"],
  [1422, "more than one row was found"],
  [1426, "a number is out of range"],
  [1427, "a subquery gave more than one row"],
  [1438, "a number has more digits than its column"],
  [1401, "a text or bytes are too long"],
  [1476, "division by zero"],
  [1489, "a text is too long"],
  [1722, "a text is not a number"],
  [1830, "a date or time does not have the form of its type"],
  [1840, "a date or time does not have the form of its type"],
  [1839, "a date does not exist"],
  [1841, "a year is out of range"],
  [1843, "a month does not exist"],
  [1847, "a day does not exist"],
  [1850, "an hour does not exist"],
  [1858, "a date or time does not have the form of its type"],
  [1861, "a date or time does not have the form of its type"],
  [1867, "an interval does not have the form of its type"],
  [1873, "an interval has more digits than its column"],
  [6502, "a value does not fit its PL/SQL variable"],
  [12899, "a text or bytes are too long"],
  [22835, "a text or bytes are too long"],
  [31011, "an XML text is not one"],
  [40441, "a JSON text is not one"],
  [40478, "a JSON text is too long"],
  [40491, "a JSON text is not one"],
  [910, "a text or bytes are too long"],
]);

function each(kind: OracleErrorKind, ...numbers: readonly number[]): readonly (readonly [number, OracleErrorKind])[] {
  return numbers.map((number) => [number, kind]);
}
