/**
 * The digits of a NUMBER, with a digit before the point: the driver gives `.5` for a half, as TO_CHAR does
 * (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/Format-Models.html). Null for anything else. What the driver could not read as digits is null too.
 */
export function toDigits(value: unknown): string | null {
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : null;
  if (typeof value !== "string" || !digits.test(value)) return value === lowest ? lowestDigits : null;
  return value.startsWith(".") ? `0${value}` : value.startsWith("-.") ? `-0${value.slice(1)}` : value;
}

const digits = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/;
/** The one number that the driver writes with an exponent; what stands for minus infinity in a NUMBER. */
const lowest = "-1e126";
const lowestDigits = `-1${"0".repeat(126)}`;
