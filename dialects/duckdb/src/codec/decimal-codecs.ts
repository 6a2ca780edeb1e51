import { fitsScale, refuseRead, refuseWrite, toBareDecimal, toDecimalText, type Codec } from "tablewright/dialect";

/** `DECIMAL` with the column's scale, and `HUGEINT`, `UHUGEINT` and `BIGNUM` with none: every digit. */
export function decimal(scale: number | null): Codec<string> {
  const name = `decimal(${String(scale)})`;
  const is = (value: unknown): value is string => fitsScale(value, scale);
  const expected = scale === null ? "decimal digits" : `decimal digits, at most ${scale} after the point`;
  return {
    name,
    read: (value) => {
      const text = typeof value === "bigint" ? String(value) : value;
      return fitsScale(text, null) ? text : refuseRead(name, "the digits of a decimal", value);
    },
    write: (value) => (is(value) ? toBareDecimal(value) : refuseWrite(name, expected, value)),
    is,
    wide: false,
  };
}

/** The same as numbers; digits that a number cannot hold are rounded. */
export const decimalNumber: Codec<number> = {
  name: "decimalNumber",
  read: (value) => {
    const number = typeof value === "string" || typeof value === "bigint" ? Number(value) : NaN;
    return Number.isFinite(number) ? number : refuseRead("decimalNumber", "the digits of a decimal", value);
  },
  write: (value) =>
    isFiniteNumber(value) ? toDecimalText(value) : refuseWrite("decimalNumber", "a finite number", value),
  is: isFiniteNumber,
  wide: false,
};

function isFiniteNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
