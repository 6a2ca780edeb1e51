import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/**
 * INTERVAL YEAR TO MONTH and INTERVAL DAY TO SECOND as ISO 8601: `P1Y2M`, `P1DT2H3M4.5S`, with the sign before it where it is negative. Selected as TO_CHAR writes
 * them; sent as they are, for TO_YMINTERVAL and TO_DSINTERVAL
 * (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/TO_DSINTERVAL.html).
 */
export const interval: Codec<string> = {
  name: "interval",
  read: (value) => (typeof value === "string" ? toIso(value) : null) ?? refuseRead("interval", "an interval", value),
  write: (value) =>
    isInterval(value)
      ? value
      : refuseWrite("interval", "years and months, or days and times, as ISO 8601: P1Y2M, P1DT2H3M4.5S", value),
  is: isInterval,
  wide: false,
};

/** `+01-02` or `+01 02:03:04.500000000`. */
function toIso(text: string): string | null {
  const months = /^([+-])(\d+)-(\d\d)$/.exec(text);
  if (months !== null) return toSigned(months[1], parts([months[2], "Y"], [months[3], "M"]) || "0M");
  const days = /^([+-])(\d+) (\d\d):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text);
  if (days === null) return null;
  const [, sign, day, hours, minutes, seconds = ""] = days;
  const fraction = seconds.includes(".") ? seconds.replace(/\.?0*$/, "") : seconds;
  const time = parts([hours, "H"], [minutes, "M"], [fraction, "S"]);
  return toSigned(sign, `${parts([day, "D"])}${time === "" ? "" : `T${time}`}` || "T0S");
}

function toSigned(sign: string | undefined, body: string): string {
  return `${sign === "-" && /[1-9]/.test(body) ? "-" : ""}P${body}`;
}

/** Amounts other than zero, without leading zeros. */
function parts(...amounts: readonly (readonly [string | undefined, string])[]): string {
  return amounts
    .map(([digits = "", unit]) => [digits.replace(/^0+(?=\d)/, ""), unit] as const)
    .filter(([digits]) => /[1-9]/.test(digits))
    .map(([digits, unit]) => digits + unit)
    .join("");
}

function isInterval(value: unknown): value is string {
  return typeof value === "string" && (yearToMonth.test(value) || dayToSecond.test(value));
}

const yearToMonth = /^-?P(?=\d)(?:\d+Y)?(?:\d+M)?$/;
const dayToSecond = /^-?P(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,9})?S)?)?$/;
