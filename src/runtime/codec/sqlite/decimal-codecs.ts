import type { Codec } from "../../codec.js";
import { fitsScale, toBareDecimal, toDecimalText } from "../decimal-value.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/**
 * `DECIMAL` and `NUMERIC` as digits, with the declared scale (null: none is declared). SQLite stores them as 64-bit integers or doubles: a double that
 * is not the nearest to its digits at that scale reads as its own shortest decimal, and writing digits that neither form can hold throws.
 */
export function decimal(scale: number | null): Codec<string> {
  const name = `decimal(${String(scale)})`;
  const zeros = scale !== null && scale > 0 ? `.${"0".repeat(scale)}` : "";
  return {
    name,
    read: (value) => {
      if (typeof value === "number" && Number.isFinite(value))
        return scale === null ? toDecimalText(value) : toScale(value, scale);
      return typeof value === "bigint" ? String(value) + zeros : readStoredText(name, value, scale);
    },
    write: (value) => writeDecimal(name, value, scale),
    is: (value): value is string => fitsScale(value, scale),
    wide: true,
  };
}

/** `DECIMAL` and `NUMERIC` as numbers. */
export const decimalNumber: Codec<number> = {
  name: "decimalNumber",
  read: (value) => {
    if (typeof value === "number" && (Number.isSafeInteger(value) || !Number.isInteger(value))) return value;
    const number = Number(value);
    if (typeof value === "bigint" && Number.isSafeInteger(number)) return number;
    return refuseRead("decimalNumber", "digits that a number holds exactly", value);
  },
  write: (value) => (Number.isFinite(value) ? value : refuseWrite("decimalNumber", "a finite number", value)),
  is: (value): value is number => Number.isFinite(value),
  wide: false,
};

function toScale(value: number, scale: number): string {
  const digits = scale >= 0 && scale <= 100 && Math.abs(value) < 1e21 ? value.toFixed(scale) : toDecimalText(value);
  return Number(digits) === value ? digits : toDecimalText(value);
}

/** A column without numeric affinity keeps digits as text; inside a JSON text they are text too. */
function readStoredText(name: string, value: unknown, scale: number | null): string {
  if (!fitsScale(value, null)) return refuseRead(name, "a finite decimal", value);
  const bare = toBareDecimal(value);
  const [whole = "", fraction = ""] = bare.split(".");
  return scale === null || fraction.length > scale
    ? bare
    : [whole, fraction.padEnd(scale, "0")].filter((part) => part !== "").join(".");
}

function writeDecimal(name: string, value: string, scale: number | null): number | bigint {
  if (!fitsScale(value, scale)) {
    return refuseWrite(
      name,
      scale === null ? "decimal digits" : `decimal digits, at most ${String(scale)} after the point`,
      value,
    );
  }
  const bare = toBareDecimal(value);
  const number = Number(bare);
  // A column of numeric affinity turns whole doubles of this size into integers, other ones than the digits say: they go as integers at once.
  const integer = bare.includes(".") || Number.isSafeInteger(number) ? null : BigInt(bare);
  if (integer !== null && BigInt.asIntN(64, integer) === integer) return integer;
  // A double gives back up to 15 significant digits; of more, only those that are its own shortest form, or that it has at the column's scale.
  if (bare.length <= 15 || toDecimalText(number) === bare) return number;
  if (scale !== null && toBareDecimal(toScale(number, scale)) === bare) return number;
  return refuseWrite(name, "digits that SQLite can hold exactly (about 15, or an integer of 64 bits)", value);
}
