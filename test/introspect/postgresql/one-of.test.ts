import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toOneOf } from "../../../src/introspect/postgresql/postgresql-one-of.js";

const texts = (...values: readonly string[]) => ({ column: "c", values, numeric: false });
const numbers = (...values: readonly string[]) => ({ column: "c", values, numeric: true });

describe("the values that a check allows", () => {
  it.each([
    ["(c = ANY (ARRAY['a'::text, 'b'::text]))", texts("a", "b")],
    ["c = ANY (ARRAY['a'::text])", texts("a")],
    ["((c)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))", texts("a", "b")],
    ["((c)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))", texts("a", "b")],
    ["(c = ANY (ARRAY['a'::bpchar, 'b'::bpchar]))", texts("a", "b")],
    ["(c = 'a'::text)", texts("a")],
    ["((c)::text = ('a'::character varying(3))::text)", texts("a")],
    ["((c = 'a'::text) OR (c = 'b'::text))", texts("a", "b")],
    ["(((c = 'a'::text) OR (c = ANY (ARRAY['b'::text]))) OR (c = 'c'::text))", texts("a", "b", "c")],
    ["((c IS NULL) OR (c = 'a'::text))", texts("a")],
    ["((c = 'a'::text) OR (c IS NULL))", texts("a")],
    ["(c = ANY ('{a,b c}'::text[]))", texts("a", "b c")],
    ["((c)::text = ANY (('{a,b}'::character varying[])::text[]))", texts("a", "b")],
    ["(c = ANY (ARRAY['it''s'::text, '\"'::text, ''::text, E'\\\\'::text]))", texts("it's", '"', "", "\\")],
    ["(c = ANY (ARRAY['OR'::text, ') = ANY ('::text, '::'::text]))", texts("OR", ") = ANY (", "::")],
    ["(c = ANY (ARRAY['a'::text, 'a'::text]))", texts("a")],
    ["(\"C d\" = ANY (ARRAY['a'::text]))", { column: "C d", values: ["a"], numeric: false }],
    ["(c = ANY (ARRAY[1, 2, '-3'::integer, (-4)]))", numbers("1", "2", "-3", "-4")],
    ["(c = ANY (ARRAY[(1)::numeric, 2.5]))", numbers("1", "2.5")],
    ["((c)::numeric = ANY (ARRAY[1.5, (2)::numeric]))", numbers("1.5", "2")],
    ["(c = ANY (ARRAY[(1)::bigint, '9223372036854775807'::bigint]))", numbers("1", "9223372036854775807")],
    ["(c = 1)", numbers("1")],
    ["(c = ANY ('{1,2}'::integer[]))", numbers("1", "2")],
    ["(c = ANY (ARRAY['1'::double precision, '0.5'::double precision]))", numbers("1", "0.5")],
  ])("are read from %s", (expression, expected) => {
    expect(toOneOf(expression)).toEqual(expected);
  });

  it.each([
    "",
    "(c > 0)",
    "(c <> ALL (ARRAY['a'::text]))",
    "(c <> 'a'::text)",
    "(NOT (c = 'a'::text))",
    "((c = 'a'::text) AND (c = 'b'::text))",
    "((c = 'a'::text) OR (d = 'a'::text))",
    "((c = 'a'::text) OR (d IS NULL))",
    "((c = 'a'::text) OR (c > 'm'::text))",
    "((c = 'a'::text) OR (c IS NOT NULL))",
    "(c IS NULL)",
    "(lower(c) = ANY (ARRAY['a'::text]))",
    "(c = lower('A'::text))",
    "(c = d)",
    "(c = ANY (ARRAY['a'::text, d]))",
    "(c = ANY (ARRAY['a'::text, NULL::text]))",
    "(c = ANY ('{a,NULL}'::text[]))",
    `(c = ANY ('{"a,b",c}'::text[]))`,
    "(c = ANY (d))",
    "(c = ANY (ARRAY['a'::public.mood]))",
    "(c = ANY (ARRAY['2020-01-01'::date]))",
    "(c OPERATOR(public.=) ANY (ARRAY['a'::public.citext]))",
    "((c COLLATE \"C\") = ANY (ARRAY['a'::text]))",
    "((c)::date = '2020-01-01'::text)",
    "(c = ANY (ARRAY[1, 'a'::text]))",
    "(c = true)",
    "(c = 1) IS TRUE",
    "((c || 'x'::text) = 'ax'::text)",
    "(c = 'a'::text",
    "(c = ANY (ARRAY['a'::text])",
    "(c = 'unended)",
  ])("are not known from %s", (expression) => {
    expect(toOneOf(expression)).toBeNull();
  });

  it("survive any text in them", () => {
    const printed = (text: string): string =>
      text.includes("\\")
        ? `E'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'::text`
        : `'${text.replaceAll("'", "''")}'::text`;
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: "grapheme" }), { minLength: 1 }), (values) => {
        expect(toOneOf(`(c = ANY (ARRAY[${values.map(printed).join(", ")}]))`)).toEqual(texts(...values));
      }),
    );
  });

  it("make no trouble out of any expression", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."()[]'\"=:, aOR1-e\\".split("")) }), (expression) => {
        expect(() => toOneOf(expression)).not.toThrow();
      }),
    );
    expect(toOneOf(`${"(".repeat(300)}c = 1${")".repeat(300)}`)).toEqual(numbers("1"));
    expect(toOneOf(`${"(".repeat(300)}c > 1${")".repeat(300)}`)).toBeNull();
  });
});
