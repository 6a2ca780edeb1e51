import fc from "fast-check";
import { expect, test } from "vitest";
import { daysInMonth, fromEpochDay, toEpochDay, toIsoYear } from "../../../src/runtime/codec/calendar.js";
import { formatTimestamp } from "../../../src/runtime/codec/format-timestamp.js";
import { readTimestampMillis } from "../../../src/runtime/codec/timestamp-text.js";

// Date knows the years -271821 to 275760.
const days = fc.integer({ min: -1e8, max: 1e8 });

test("days are those of Date, within its range", () => {
  fc.assert(
    fc.property(days, (day) => {
      const date = new Date(day * 86_400_000);
      const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      expect(fromEpochDay(day)).toEqual(expected);
      expect(toEpochDay(expected.year, expected.month, expected.day)).toBe(day);
      expect(date.toISOString().startsWith(`${toIsoYear(expected.year)}-`)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test("every day of eight hundred years goes to a date and back", () => {
  for (let day = toEpochDay(1600, 1, 1); day <= toEpochDay(2400, 12, 31); day++) {
    const date = fromEpochDay(day);
    if (toEpochDay(date.year, date.month, date.day) !== day) throw new Error(`day ${day}`);
    if (date.day < 1 || date.day > daysInMonth(date.year, date.month)) throw new Error(`day ${day}`);
  }
});

test("timestamps are formatted as Date does, and read back", () => {
  const millis = fc.integer({ min: Date.parse("0000-01-01T00:00:00Z"), max: Date.parse("9999-12-31T23:59:59.999Z") });
  fc.assert(
    fc.property(millis, fc.constantFrom(1, 1000, 86_400_000), (value, unit) => {
      const whole = Math.floor(value / unit) * unit;
      const text = formatTimestamp(whole) ?? "";
      expect(text).toBe(new Date(whole).toISOString().replace("T", " ").replace("Z", "").replace(".000", ""));
      expect(readTimestampMillis(text)).toBe(whole);
      expect(readTimestampMillis(`${text}Z`)).toBe(whole);
      expect(readTimestampMillis(`${text}+05:30`)).toBe(whole - 330 * 60_000);
      expect(readTimestampMillis(`${text}-03`)).toBe(whole + 180 * 60_000);
    }),
    { numRuns: 5000 },
  );
  expect(formatTimestamp(Date.parse("+010000-01-01T00:00:00Z"))).toBeNull();
  expect(formatTimestamp(Date.parse("-000001-12-31T00:00:00Z"))).toBeNull();
});

test.each([
  "",
  "infinity",
  "2024-01-02",
  "2024-01-02 03:04",
  "2024-01-02 03:04:05 BC",
  "2024-01-02 03:04:05+05:30:15",
  "12024-01-02 03:04:05",
  "2024-01-02 03:04:05.x",
  "2024-01-02 03:04:05 ",
  "2024-02-30 03:04:05",
  "2023-02-29 03:04:05",
  "2024-13-02 03:04:05",
  "2024-00-02 03:04:05",
  "2024-01-00 03:04:05",
  "2024-01-02 24:00:00",
  "2024-01-02 03:60:05",
  "2024-01-02 03:04:60",
  "2024-01-02 03:04x05",
  "2x24-01-02 03:04:05",
])("the fast way leaves %j to the slow one", (text) => expect(readTimestampMillis(text)).toBeNaN());
