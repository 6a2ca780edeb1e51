export const int64Min = -(2n ** 63n);
export const int64Max = 2n ** 63n - 1n;

/** An integer of up to 32 bits, as a number. */
export function isInt32(value: unknown): value is number {
  return typeof value === "number" && (value | 0) === value;
}

/** An integer that a number holds exactly. */
export function isSafeInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** A bigint of up to 64 bits. */
export function isInt64(value: unknown): value is bigint {
  return typeof value === "bigint" && value >= int64Min && value <= int64Max;
}

/** The canonical digits of an integer of up to 64 bits. */
export function isInt64Text(value: unknown): value is string {
  return typeof value === "string" && integerText.test(value) && isInt64(BigInt(value));
}

const integerText = /^(?:0|-?[1-9]\d{0,18})$/;
