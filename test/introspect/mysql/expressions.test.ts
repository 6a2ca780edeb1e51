import { describe, expect, it } from "vitest";
import { toLocalSql } from "../../../src/introspect/mysql/local-names.js";
import { toGrants } from "../../../src/introspect/mysql/mysql-grants.js";
import { toLabels } from "../../../src/introspect/mysql/mysql-label-list.js";
import { toOneOf } from "../../../src/introspect/mysql/mysql-one-of.js";
import { toViewSources } from "../../../src/introspect/mysql/mysql-view-sources.js";
import { toSqlTokens } from "../../../src/introspect/mysql/sql-tokens.js";

describe("words of SQL", () => {
  it.each([
    ["`a``b`.c", ["a`b", ".", "c"]],
    [String.raw`'it''s' 'a\'b' "q""" 'x\\' '\n'`, ["it's", "a'b", 'q"', "x\\", "\n"]],
    ["a -- comment `\n + 1.5e3 /* more ' */ # end", ["a", "+", "1.5e3"]],
    ["b'0101' <=> 0", ["0101", "<=>", "0"]],
    ["1a+a1", ["1a", "+", "a1"]],
    ["ключ = 'ж'", ["ключ", "=", "ж"]],
  ])("of %s", (sql, words) => {
    expect(toSqlTokens(sql)?.map(({ value }) => value)).toEqual(words);
  });

  it.each(["'open", "`open", '"open'])("are none where %s is never closed", (sql) => {
    expect(toSqlTokens(sql)).toBeNull();
  });
});

describe("labels", () => {
  it.each([
    ["enum('a','b')", ["a", "b"]],
    ["enum('it''s, done','(',')','')", ["it's, done", "(", ")", ""]],
    [String.raw`set('a\\b','ж')`, [String.raw`a\b`, "ж"]],
  ])("of %s", (type, labels) => {
    expect(toLabels(type)).toEqual(labels);
  });
});

describe("SQL without the database's name", () => {
  it.each([
    ["select `shop`.`t`.`c` AS `c` from `shop`.`t`", "select `t`.`c` AS `c` from `t`"],
    ["nextval(`shop`.`s`) + shop . f(1)", "nextval(`s`) + f(1)"],
    ["'shop.t' = `x`.`shop` and `workshop`.`t`", "'shop.t' = `x`.`shop` and `workshop`.`t`"],
    ["select `other`.`shop`.`c` from `other`.`shop`", "select `other`.`shop`.`c` from `other`.`shop`"],
    // A table of the database's own name: two names in an expression are table and column.
    [
      "select `shop`.`shop`.`c`,`shop`.`d` from (`shop`.`shop` join `shop`.`t`)",
      "select `shop`.`c`,`shop`.`d` from (`shop` join `t`)",
    ],
    ["update shop.t set shop.x = 1 where shop = 2", "update t set shop.x = 1 where shop = 2"],
    ["'never closed shop.t", "'never closed shop.t"],
  ])("%s", (sql, local) => {
    expect(toLocalSql(sql, "shop")).toBe(local);
  });
});

describe("what a check allows", () => {
  it.each([
    ["`c` in ('a','b')", { column: "c", values: ["a", "b"], numeric: false }],
    // As MySQL prints it.
    ["(`c` in (_utf8mb4'a',_utf8mb4'b'))", { column: "c", values: ["a", "b"], numeric: false }],
    ["((`c` = 1) or (`C` = -2) or (`c` is null))", { column: "C", values: ["1", "-2"], numeric: true }],
    ["(`c`) in (1,1,2)", { column: "c", values: ["1", "2"], numeric: true }],
  ])("%s", (condition, oneOf) => {
    expect(toOneOf(condition)).toMatchObject({ ...oneOf, column: expect.stringMatching(/^c$/i) as string });
  });

  it.each([
    "`c` > 1",
    "`c` in ('a',1)",
    "`c` = 'a' or `d` = 'b'",
    "`c` = 'a' and `c` = 'b'",
    "lower(`c`) in ('a')",
    "`c` is null",
    "`c` not in ('a')",
    "`c` in ('a') or `d` > 1",
    "'open",
  ])("%s says something else", (condition) => {
    expect(toOneOf(condition)).toBeNull();
  });
});

describe("privileges", () => {
  const grants = toGrants([
    "GRANT USAGE ON *.* TO `u`@`%` IDENTIFIED BY PASSWORD '*AB ON `x`.`y`'",
    "GRANT SELECT, INSERT (`a`, `b`), UPDATE ON `shop`.`item` TO `u`@`%`",
    "GRANT DELETE ON TABLE `shop`.`ta``ble` TO `u`@`%`",
    String.raw`GRANT ALL PRIVILEGES ON ${"`test\\_%`"}.* TO ${"`u`@`%`"} WITH GRANT OPTION`,
    "GRANT EXECUTE ON FUNCTION `shop`.`f` TO `u`@`%`",
    "GRANT `reader`@`%` TO `u`@`%`",
    "GRANT SELECT ON *.* TO `r`@`%`",
    "REVOKE SELECT ON `secret`.* FROM `u`@`%`",
  ]);

  it.each([
    ["SELECT", "shop", "item", true],
    ["INSERT", "shop", "item", false],
    ["UPDATE", "shop", "item", true],
    ["UPDATE", "shop", "other", false],
    ["SELECT", "shop", "other", true],
    ["SELECT", "secret", "t", false],
    ["DELETE", "shop", "ta`ble", true],
    ["DELETE", "test_1", "t", true],
    ["DELETE", "testx1", "t", false],
    ["EXECUTE", "shop", "f", false],
  ])("%s on %s.%s", (privilege, schema, table, held) => {
    expect(grants.onTable(privilege, schema, table)).toBe(held);
  });

  it("of routines", () => {
    expect(grants.onRoutine("EXECUTE", "FUNCTION", "shop", "f")).toBe(true);
    expect(grants.onRoutine("EXECUTE", "PROCEDURE", "shop", "f")).toBe(false);
    expect(grants.onRoutine("EXECUTE", "PROCEDURE", "test_1", "any")).toBe(true);
  });

  it("of whole databases", () => {
    expect(toGrants(["GRANT USAGE ON *.* TO `u`@`%`", "GRANT SELECT ON `a`.`t` TO `u`@`%`"]).onSchema("a")).toBe(false);
    expect(toGrants(["GRANT SELECT ON `a`.* TO `u`@`%`"]).onSchema("a")).toBe(true);
  });
});

describe("sources of a view", () => {
  it("are the tables that its columns are handed on from", () => {
    expect(
      toViewSources(
        "select distinct `a`.`x` AS `x`,count(0) AS `n`,`s`.`b`.`y` AS `z` from (`s`.`t` `a` join `s`.`b` on(f(`a`.`x`,`s`.`b`.`x`))) where 1",
      ),
    ).toEqual({
      columns: [
        { name: "x", from: { schema: "s", table: "t" }, column: "x" },
        { name: "z", from: { schema: "s", table: "b" }, column: "y" },
      ],
      only: null,
    });
    expect(toViewSources("select `s`.`t`.`x` AS `x` from `s`.`t` order by `s`.`t`.`x`")?.only).toEqual({
      schema: "s",
      table: "t",
    });
  });

  it.each([
    "select 1 AS `1`",
    "select `t`.`x` AS `x` from (select 1 AS `x`) `t`",
    "select `s`.`t`.`x` AS `x` from `s`.`t` union select 1 AS `1`",
    "with `c` as (select 1 AS `x`)select `c`.`x` AS `x` from `c`",
    "",
  ])("are unknown of %s", (definition) => {
    expect(toViewSources(definition)).toBeNull();
  });
});
