import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCreateIndex } from "../../../../src/introspect/sqlite/parse/parse-create-index.js";
import { parseCreateTable } from "../../../../src/introspect/sqlite/parse/parse-create-table.js";
import { parseCreateTrigger } from "../../../../src/introspect/sqlite/parse/parse-create-trigger.js";
import { parseCreateView } from "../../../../src/introspect/sqlite/parse/parse-create-view.js";
import { parseExpression } from "../../../../src/introspect/sqlite/parse/parse-expression.js";
import { parseOneOf } from "../../../../src/introspect/sqlite/parse/parse-one-of.js";
import { tokenizeSql } from "../../../../src/introspect/sqlite/parse/tokenize-sql.js";

test.each<[string, readonly string[]]>([
  ["a b1 _c$ naïve 名前", ["word a", "word b1", "word _c$", "word naïve", "word 名前"]],
  [`"a ""b""" \`c \`\`d\` [e "f"] "" []`, ['name a "b"', "name c `d", 'name e "f"', "name ", "name "]],
  ["'it''s' '' '--' '/*'", ["string it's", "string ", "string --", "string /*"]],
  ["x'0aFF' X'' x 'y'", ["blob x'0aFF'", "blob X''", "word x", "string y"]],
  [
    "1 1.5 .5 1. 1e10 1.5E-3 0xFF 1_000",
    "1 1.5 .5 1. 1e10 1.5E-3 0xFF 1_000".split(" ").map((text) => `number ${text}`),
  ],
  ["1.e2 a.b a.1", ["number 1.e2", "word a", "symbol .", "word b", "word a", "number .1"]],
  ["? ?12 :a @b #c $d::e", "? ?12 :a @b #c $d::e".split(" ").map((text) => `variable ${text}`)],
  [
    "a->>b->c||d<<e<=f<>g==h",
    ["->>", "->", "||", "<<", "<=", "<>", "=="]
      .flatMap((sign, place) => [`word ${"abcdefg".charAt(place)}`, `symbol ${sign}`])
      .concat("word h"),
  ],
  ["a--b\nc/*d*/e/**/f/*g\n*/h -- end", ["word a", "word c", "word e", "word f", "word h"]],
  ["a - -b / c", ["word a", "symbol -", "symbol -", "word b", "symbol /", "word c"]],
  ["'open", ["string open"]],
  ["/* open", []],
  ["", []],
])("%s", (sql, expected) => {
  expect(tokenizeSql(sql).map(({ kind, text }) => `${kind} ${text}`)).toEqual(expected);
});

const pieces = [
  "create",
  "table",
  "view",
  "as",
  "select",
  "from",
  "union",
  "case",
  "when",
  "then",
  "end",
  "(",
  ")",
  ",",
  "'",
  '"',
  "[",
  "`",
  "/*",
  "--",
  "\n",
  "check",
  "in",
  "or",
  "=",
  "1",
  "a",
  "x'",
  ".",
  "*",
  "cast",
  "references",
  "default",
  "primary key",
  "\u{1f98a}",
  "over",
];
const anySql = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(" ")),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join("")),
);

test("tokens follow each other, and only space and comments are left out", () => {
  fc.assert(
    fc.property(anySql, (sql) => {
      let end = 0;
      for (const token of tokenizeSql(sql)) {
        expect(sql.slice(end, token.start)).toMatch(/^(?:\s|--[^\n]*(?:\n|$)|\/\*[^]*?\*\/)*$/u);
        expect(token.end).toBeGreaterThan(token.start);
        end = token.end;
      }
      expect(end).toBeLessThanOrEqual(sql.length);
    }),
  );
});

test("no text keeps a parser from coming to an end", () => {
  fc.assert(
    fc.property(anySql, (sql) => {
      for (const parse of [parseCreateTable, parseCreateIndex, parseCreateTrigger, parseCreateView, parseOneOf]) {
        expect(() => parse(sql)).not.toThrow();
        expect(() => parse(`create table t (${sql}`)).not.toThrow();
      }
      expect(() => parseExpression(sql, tokenizeSql(sql))).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
