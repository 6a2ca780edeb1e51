import { parseIsoDate } from "../date-text.js";

/**
 * Whether a text is a date as the server keeps them: `YYYY-MM-DD` of the years 0 to 9999 that exists, or one with zeros in the place of what is not known
 * (`0000-00-00`, `2024-05-00`), which it takes where its `sql_mode` lets it.
 */
export function isServerDate(value: unknown): value is string {
  return typeof value === "string" && value.length === 10 && (parseIsoDate(value) !== null || zeroDate.test(value));
}

const zeroDate = /^\d{4}-(?:00-(?:[0-2]\d|3[01])|(?:0[1-9]|1[0-2])-00)$/;
