/** Whether a value is the text of a finite decimal that a scale can hold: digits beyond it are zeros. */
export function fitsScale(value: unknown, scale: number | null): value is string {
  const match = typeof value === "string" ? anyDecimal.exec(value) : null;
  if (match === null) return false;
  return scale === null || scale < 0 || (match[1] ?? "").replace(/0+$/, "").length <= scale;
}

/** Digits without sign of zero, superfluous zeros or point: two decimals are equal when these texts are. */
export function toBareDecimal(value: string): string {
  const negative = value.startsWith("-");
  const [whole = "", fraction = ""] = value.replace(/^[+-]/, "").split(".");
  const digits = whole.replace(/^0+/, "") || "0";
  const rest = fraction.replace(/0+$/, "");
  const bare = rest === "" ? digits : `${digits}.${rest}`;
  return negative && bare !== "0" ? `-${bare}` : bare;
}

/** The shortest decimal that reads back as the same number, without an exponent. The number is finite. */
export function toDecimalText(value: number): string {
  const text = String(value);
  const at = text.indexOf("e");
  if (at < 0) return text;
  const [whole = "", fraction = ""] = text.slice(0, at).replace("-", "").split(".");
  const exponent = Number(text.slice(at + 1));
  const sign = value < 0 ? "-" : "";
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${whole}${fraction}`;
  return sign + whole + fraction.padEnd(exponent, "0");
}

const anyDecimal = /^[+-]?\d+(?:\.(\d+))?$/;
