import { expect, it } from "vitest";
import { toDefault } from "../../../src/introspect/postgresql/postgresql-default.js";
import type { DefaultValue } from "../../../src/model/default-value.js";

const literal = (value: string | boolean | null): DefaultValue => ({ kind: "literal", value });
const sequence = (schema: string, name: string): DefaultValue => ({ kind: "sequence", schema, name });

it.each<[string | null, DefaultValue]>([
  [null, { kind: "none" }],
  ["42", literal("42")],
  ["'-1'::integer", literal("-1")],
  ["(-1)", literal("-1")],
  ["- 1", literal("-1")],
  ["(0)::numeric", literal("0")],
  ["12345678901234567890.10", literal("12345678901234567890.10")],
  ["'1e-7'::double precision", literal("1e-7")],
  ["true", literal(true)],
  ["false", literal(false)],
  ["NULL::character varying", literal(null)],
  ["'it''s'::text", literal("it's")],
  ["E'a\\\\b\\'c'::text", literal("a\\b'c")],
  ["''::character varying(10)", literal("")],
  ["'ok'::public.\"Odd Mood\"", literal("ok")],
  ["'{}'::text[]", literal("{}")],
  ["'{}'::integer[][]", literal("{}")],
  ["'2020-01-01 00:00:00'::timestamp(3) without time zone", literal("2020-01-01 00:00:00")],
  ["'P1D'::interval day to second(3)", literal("P1D")],
  ["'0101'::\"bit\"", literal("0101")],
  ["B'0101'::bit(4)", literal("0101")],
  ["nextval('public.t_id_seq'::regclass)", sequence("public", "t_id_seq")],
  ['nextval(\'"Odd s"."a""b.c"\'::regclass)', sequence("Odd s", 'a"b.c')],
  ["nextval(('public.t_id_seq'::text)::regclass)", sequence("public", "t_id_seq")],
])("the default %s is told", (expression, expected) => {
  expect(toDefault(expression)).toEqual(expected);
});

it.each([
  "now()",
  "CURRENT_TIMESTAMP",
  "('now'::text)::date",
  "(1 + 2)",
  "ARRAY['a'::text]",
  "('a'::text || 'b'::text)",
  "'a'::text || 'b'::text",
  "gen_random_uuid()",
  "nextval('t_id_seq'::regclass)",
  "(nextval('public.t_id_seq'::regclass) + 1)",
  "currval('public.t_id_seq'::regclass)",
  "'unended",
  "1 2",
  "",
])("the default %s is computed", (expression) => {
  expect(toDefault(expression)).toEqual({ kind: "expression", sql: expression });
});
