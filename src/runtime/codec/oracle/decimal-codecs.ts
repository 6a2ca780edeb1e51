import type { Codec } from "../../codec.js";
import { fitsScale, toBareDecimal, toDecimalText } from "../decimal-value.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { toDigits } from "./number-text.js";

/**
 * NUMBER as its exact digits, with zeros up to the column's scale, which the server does not keep. More digits than the scale, which it would round away, are
 * refused, and so are more than the 38 that it is sure to hold
 * (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/Data-Types.html, "NUMBER").
 */
export function decimal(scale: number | null): Codec<string> {
  const name = `decimal(${String(scale)})`;
  const isStorable = (value: unknown): value is string => fitsScale(value, scale) && hasDigitsFor(value);
  const expected = `at most 38 decimal digits${scale === null ? "" : `, at most ${String(scale)} of them after the point`}`;
  return {
    name,
    read: (value) => toScale(toDigits(value) ?? refuseRead(name, "decimal digits", value), scale),
    write: (value) => (isStorable(value) ? toBareDecimal(value) : refuseWrite(name, expected, value)),
    is: (value): value is string => fitsScale(value, scale),
    wide: false,
  };
}

/** NUMBER as a number: digits that the number's own shortest form does not give back throw. */
export const decimalNumber: Codec<number> = {
  name: "decimalNumber",
  read: (value) => {
    const text = toDigits(value);
    const number = text === null ? NaN : Number(text);
    const exact = text !== null && (text.length <= 15 || toDecimalText(number) === toBareDecimal(text));
    return exact ? number : refuseRead("decimalNumber", "digits that a number holds exactly", value);
  },
  write: (value) =>
    Number.isFinite(value)
      ? toBareDecimal(toDecimalText(value))
      : refuseWrite("decimalNumber", "a finite number", value),
  is: (value): value is number => Number.isFinite(value),
  wide: false,
};

function toScale(text: string, scale: number | null): string {
  if (scale === null || scale <= 0) return text;
  const [whole = "", fraction = ""] = text.split(".");
  return `${whole}.${fraction.padEnd(scale, "0")}`;
}

function hasDigitsFor(text: string): boolean {
  return toBareDecimal(text).replace(/[-.]/g, "").replace(/^0+/, "").replace(/0+$/, "").length <= 38;
}
