import { expect, test } from "vitest";
import { decimal } from "../../../src/runtime/codec/sqlserver/decimal-codecs.js";
import { int32, int64, int64String } from "../../../src/runtime/codec/sqlserver/integer-codecs.js";
import { boolean, bytes, float32 } from "../../../src/runtime/codec/sqlserver/scalar-codecs.js";
import { text, uuid } from "../../../src/runtime/codec/sqlserver/text-codecs.js";

test("what the driver gives reads as declared", () => {
  expect(int32.read(7)).toBe(7);
  expect(int64.read("9223372036854775807")).toBe(9223372036854775807n);
  expect(int64String.read("-1")).toBe("-1");
  expect(float32.read(0.10000000149011612)).toBe(0.1);
  expect(boolean.read(true)).toBe(true);
  expect(bytes.read(Buffer.from([1]))).toEqual(new Uint8Array([1]));
  expect(uuid.read("6F9619FF-8B86-D011-B42D-00C04FC964FF")).toBe("6f9619ff-8b86-d011-b42d-00c04fc964ff");
  expect(decimal(2).read("1234567890123456789012345678901234.50")).toBe("1234567890123456789012345678901234.50");
  expect(text.read("ä")).toBe("ä");
});

test("what cannot be held is refused", () => {
  expect(() => int64.write(2n ** 63n)).toThrow(/64 bits/);
  expect(() => decimal(2).write("1.005")).toThrow(/at most 2/);
  expect(() => uuid.write("x")).toThrow(/UUID/);
});
