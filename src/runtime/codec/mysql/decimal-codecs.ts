import type { Codec } from "../../codec.js";
import { fitsScale, toBareDecimal, toDecimalText } from "../decimal-value.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `decimal` as its exact digits, with the column's scale. More digits than it, which the server would round away, are refused. */
export function decimal(scale: number | null): Codec<string> {
  const name = `decimal(${String(scale)})`;
  return {
    name,
    read: (value) => (typeof value === "string" ? value : readInteger(name, value)),
    write: (value) => {
      if (fitsScale(value, scale)) return value;
      return refuseWrite(
        name,
        scale === null ? "decimal digits" : `decimal digits, at most ${String(scale)} after the point`,
        value,
      );
    },
    is: (value): value is string => fitsScale(value, scale),
    wide: false,
  };
}

/** `decimal` as a number: digits that the number's own shortest form does not give back throw. */
export const decimalNumber: Codec<number> = {
  name: "decimalNumber",
  read: (value) => {
    if (typeof value === "number") return value;
    const number = fitsScale(value, null) ? Number(value) : NaN;
    const exact = typeof value === "string" && (value.length <= 15 || toDecimalText(number) === toBareDecimal(value));
    return exact && Number.isFinite(number)
      ? number
      : refuseRead("decimalNumber", "digits that a number holds exactly", value);
  },
  write: (value) =>
    Number.isFinite(value) ? toDecimalText(value) : refuseWrite("decimalNumber", "a finite number", value),
  is: (value): value is number => Number.isFinite(value),
  wide: false,
};

/** Expressions of views may give an integer where a decimal is declared. */
function readInteger(name: string, value: unknown): string {
  return Number.isSafeInteger(value) ? String(value) : refuseRead(name, "decimal digits", value);
}
