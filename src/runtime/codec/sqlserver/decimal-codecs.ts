import type { Codec } from "../../codec.js";
import { fitsScale, toBareDecimal } from "../decimal-value.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `decimal`, `numeric` and the types of money as digits with the column's scale, selected and sent as text. */
export function decimal(scale: number | null): Codec<string> {
  const name = `decimal(${String(scale)})`;
  const fits = (value: unknown): value is string => fitsScale(value, scale);
  return {
    name,
    read: (value) => (fitsScale(value, null) ? value : refuseRead(name, "the digits of a decimal", value)),
    write: (value) =>
      fits(value)
        ? toBareDecimal(value)
        : refuseWrite(
            name,
            scale === null ? "decimal digits" : `decimal digits, at most ${scale} after the point`,
            value,
          ),
    is: fits,
    wide: false,
  };
}
