/** The last instant that a `Date` can hold, which stands for `infinity`; its negative stands for `-infinity`. */
export const infiniteMillis = 8.64e15;

/** Whether a value is a `Date` that holds an instant. */
export function isValidDate(value: unknown): value is Date {
  return value instanceof Date && !Number.isNaN(value.getTime());
}

/** Whether a value is a `Date` at midnight UTC, or stands for an infinity. */
export function isMidnight(value: unknown): value is Date {
  return isValidDate(value) && value.getTime() % 86_400_000 === 0;
}
