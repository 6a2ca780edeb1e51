import type { Codec } from "../../codec.js";
import { fitsScale, toBareDecimal, toDecimalText } from "../decimal-value.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/**
 * `numeric` as its exact digits. `scale` is the declared one, null where none is declared: more digits than it are refused, which the server would round
 * away. `NaN`, and `Infinity` from version 14 on, are values too.
 */
export function decimal(scale: number | null): Codec<string> {
  const name = `decimal(${String(scale)})`;
  return {
    name,
    read: (value) => value as string,
    write: (value) => {
      if (fitsScale(value, scale) || notFinite.has(value)) return value;
      return refuseWrite(
        name,
        scale === null ? "decimal digits" : `decimal digits, at most ${String(scale)} after the point`,
        value,
      );
    },
    is: (value): value is string => fitsScale(value, scale) || notFinite.has(value),
    wide: false,
  };
}

/** `numeric` as a number: digits that the number's own shortest form does not give back throw. */
export const decimalNumber: Codec<number> = {
  name: "decimalNumber",
  read: (value) => {
    const text = value as string;
    // Up to 15 significant digits always survive the way through a double.
    return text.length <= 15 ? Number(text) : readLongDecimal(text);
  },
  write: (value) => (typeof value === "number" ? String(value) : refuseWrite("decimalNumber", "a number", value)),
  is: (value) => typeof value === "number",
  wide: false,
};

/** `money`, as the server prints it in the session's `lc_monetary`. */
export const money: Codec<string> = {
  name: "money",
  read: (value) => value as string,
  write: (value) => (isMoneyText(value) ? value : refuseWrite("money", "an amount of money", value)),
  is: isMoneyText,
  wide: false,
};

function readLongDecimal(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && toDecimalText(value) === toBareDecimal(text)) return value;
  return refuseRead("decimalNumber", "digits that a number holds exactly", text);
}

function isMoneyText(value: unknown): value is string {
  return typeof value === "string" && /\d/.test(value) && !value.includes("\0");
}

const notFinite: ReadonlySet<unknown> = new Set(["NaN", "Infinity", "-Infinity"]);
