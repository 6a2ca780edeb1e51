import type { NamedError } from "./sqlserver-error.js";

/**
 * Kinds of errors whose messages hold no values, by number
 * (https://learn.microsoft.com/en-us/sql/relational-databases/errors-events/database-engine-events-and-errors).
 */
export const namedErrors: ReadonlyMap<number, NamedError> = new Map<number, NamedError>([
  ...each("deadlock", 1205),
  // 41301 to 41325 are those of memory-optimized tables.
  ...each("serialization", 3960, 3961, 41301, 41302, 41305, 41325, 41839),
  ...each("lock", 1222),
  ...each("readOnly", 3906, 3908, 3924),
  // Permissions on objects, columns, databases and the server; logins.
  ...each("permission", 229, 230, 262, 297, 300, 916, 4060, 15151, 18456),
  // Unknown columns and objects, parameters too many or missing, identity and computed columns, triggers beside OUTPUT.
  ...each("invalid", 102, 104, 105, 137, 156, 170, 201, 207, 208, 209, 213, 257, 271, 272, 273, 306, 334, 402),
  ...each("invalid", 544, 545, 2812, 4104, 4121, 8003, 8102, 8134, 8144, 8145, 8146, 8178, 8672, 10713, 10738),
  ...each("invalid", 10744, 13536, 13537),
  ...each("resources", 701, 802, 1204, 1105, 9002, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920),
  ...each("lost", 596, 6005, 10053, 10054, 10060),
]);

/** The server's own messages of these hold the refused values, or may. */
export const dataErrors: ReadonlyMap<number, string> = new Map([
  [220, "a number is out of range"],
  [232, "a number is out of range"],
  [241, "a date or time is not one"],
  [242, "a date or time is out of range"],
  [244, "a number is out of range"],
  [245, "a value does not have the form of its type"],
  [248, "a number is out of range"],
  [295, "a date or time is not one"],
  [296, "a date or time is out of range"],
  [517, "a date or time is out of range"],
  [550, "a row would not be seen by the view that it is written to"],
  [1007, "a number is out of range"],
  [2628, "a text or bytes are too long"],
  [3621, "the statement was ended"],
  [8114, "a value does not have the form of its type"],
  [8115, "a number is out of range"],
  [8152, "a text or bytes are too long"],
  [8169, "a UUID is not one"],
  [9241, "a date or time is not one"],
  [9402, "an XML text is not one"],
  [9420, "an XML text is not one"],
  [9455, "an XML text is not one"],
  [13609, "a JSON text is not one"],
]);

function each(kind: NamedError, ...numbers: readonly number[]): readonly (readonly [number, NamedError])[] {
  return numbers.map((number) => [number, kind]);
}
