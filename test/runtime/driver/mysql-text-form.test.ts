import { describe, expect, it } from "vitest";
import { splitPlaceholders, toTextForm } from "../../../src/runtime/driver/mysql-text-form.js";

const fill = (sql: string, ...params: readonly unknown[]): string | null => toTextForm(splitPlaceholders(sql), params);

describe("a statement as text", () => {
  it("has integers and NULL in the places of its placeholders", () => {
    const sql = "select 1 from `t` where a = ? and b in (?, ?) and c is not ?";
    expect(fill(sql, 1, -2n, 2n ** 64n - 1n, null)).toBe(
      "select 1 from `t` where a = 1 and b in (-2, 18446744073709551615) and c is not null",
    );
  });

  it("leaves question marks in names and literals alone", () => {
    expect(fill("select `a?``?` as '?''?' from t where `?` = ?", 5)).toBe(
      "select `a?``?` as '?''?' from t where `?` = 5",
    );
  });

  it.each([["a text"], [0.5], [-0], [2 ** 53], [Number.NaN], [new Uint8Array(1)], [true], [undefined]])(
    "is none with %o, which goes as a parameter",
    (value) => {
      expect(fill("select ?", value)).toBeNull();
    },
  );

  it("is none with too few values or too many", () => {
    expect(fill("select ?, ?", 1)).toBeNull();
    expect(fill("select 1", 1)).toBeNull();
  });
});
