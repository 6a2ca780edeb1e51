import { expect, test } from "vitest";
import { timestamp, timestamptz } from "../../../src/runtime/codec/sqlserver/timestamp-codecs.js";

test("dates and times go and come as text", () => {
  const date = new Date("2024-05-06T07:08:09.120Z");
  expect(timestamp.write(date)).toBe("2024-05-06T07:08:09.120");
  expect(timestamp.read("2024-05-06T07:08:09.1200000")).toEqual(date);
  expect(timestamptz.read("2024-05-06 12:38:09.1200000 +05:30")).toEqual(date);
  expect(timestamptz.write(date)).toBe("2024-05-06T07:08:09.120+00:00");
  expect(timestamp.read("0001-01-01T00:00:00").getTime()).toBe(-62_135_596_800_000);
  expect(() => timestamp.write(new Date(-62_135_596_800_001))).toThrow(/years 1 to 9999/);
});
