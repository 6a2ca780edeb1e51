import { describe, expect, it } from "vitest";
import { Failure } from "../../src/diagnostics.js";
import { applyScope, type Scope } from "../../src/introspect/scope.js";
import type { DatabaseModel } from "../../src/model/database-model.js";
import type { IndexPart, TableModel } from "../../src/model/table-model.js";
import {
  makeColumn,
  makeForeignKey,
  makeIndex,
  makeKey,
  makeModel,
  makeTable,
  makeView,
} from "../model/sample-model.js";

const columns = (...names: readonly string[]) => names.map((name) => makeColumn(name));

const emailPart: IndexPart = {
  column: "email",
  expression: null,
  direction: "asc",
  nulls: "last",
  operatorClass: null,
  collation: null,
  prefixLength: null,
};

const orders = makeTable("order", {
  schema: "sales",
  columns: columns("id", "customer_id", "email", "state"),
  primaryKey: makeKey(null, "id"),
  uniqueKeys: [makeKey("order_email_key", "customer_id", "email")],
  foreignKeys: [makeForeignKey(["customer_id"], "customer", ["id"])],
  checks: [
    {
      name: "order_state_check",
      expression: "state in ('a')",
      oneOf: { column: "state", values: ["a"], numeric: false },
      validated: true,
      enforced: true,
      comment: null,
    },
  ],
  indexes: [makeIndex("order_email", { parts: [emailPart] })],
});

const model: DatabaseModel = makeModel({
  schemas: [
    { name: "public", comment: null },
    { name: "sales", comment: null },
  ],
  tables: [
    makeTable("customer", { columns: columns("id", "email", "error_log"), primaryKey: makeKey(null, "id") }),
    makeTable("event_log", { columns: columns("id", "text") }),
    makeTable("a.b/c", { columns: columns("x.y") }),
    orders,
  ],
  views: [makeView("customer_list", { columns: columns("id", "email") })],
});

const scope = (parts: Partial<Scope>): Scope => ({ schemas: null, include: [], exclude: [], ...parts });

/** What is left, as `schema.table(columns)`. */
function kept(parts: Partial<Scope>): readonly string[] {
  const { tables, views } = applyScope(model, scope(parts));
  return [...tables, ...views].map(
    (relation) => `${relation.schema}.${relation.name}(${relation.columns.map(({ name }) => name).join(" ")})`,
  );
}

function orderWith(parts: Partial<Scope>): TableModel | undefined {
  return applyScope(model, scope(parts)).tables.find(({ name }) => name === "order");
}

describe("a scope", () => {
  it("without globs is everything", () => {
    expect(applyScope(model, scope({}))).toEqual(model);
  });

  it("includes tables and views by name, with or without their schema", () => {
    expect(kept({ include: ["customer"] })).toEqual(["public.customer(id email error_log)"]);
    expect(kept({ include: ["sales.order"] })).toEqual(["sales.order(id customer_id email state)"]);
    expect(kept({ include: ["customer*"] })).toEqual([
      "public.customer(id email error_log)",
      "public.customer_list(id email)",
    ]);
    expect(kept({ include: ["sales.*"] })).toEqual(["sales.order(id customer_id email state)"]);
    expect(kept({ include: ["{event,ord}*"] })).toEqual([
      "public.event_log(id text)",
      "sales.order(id customer_id email state)",
    ]);
  });

  it("includes single columns", () => {
    expect(kept({ include: ["customer.id", "public.customer.e*", "event_log"] })).toEqual([
      "public.customer(id email error_log)",
      "public.event_log(id text)",
    ]);
    expect(kept({ include: ["order.email"] })).toEqual(["sales.order(email)"]);
  });

  it("excludes tables, and only tables where a glob names one", () => {
    expect(kept({ exclude: ["*_log"] })).toEqual([
      "public.customer(id email error_log)",
      "public.a.b/c(x.y)",
      "sales.order(id customer_id email state)",
      "public.customer_list(id email)",
    ]);
  });

  it("excludes columns of all tables and views", () => {
    expect(kept({ exclude: ["*.email"] })).toEqual([
      "public.customer(id error_log)",
      "public.event_log(id text)",
      "public.a.b/c(x.y)",
      "sales.order(id customer_id state)",
      "public.customer_list(id)",
    ]);
    expect(kept({ exclude: ["sales.order.email"] })).toContain("sales.order(id customer_id state)");
  });

  it("leaves out a table that has no column left", () => {
    expect(kept({ exclude: ["customer.*"] })).not.toContainEqual(expect.stringContaining("public.customer("));
  });

  it("excludes out of what it includes", () => {
    expect(kept({ include: ["customer*"], exclude: ["customer_list", "customer.error_log"] })).toEqual([
      "public.customer(id email)",
    ]);
  });

  it("finds names that hold what globs are made of", () => {
    expect(kept({ include: ["a.b/c"] })).toEqual(["public.a.b/c(x.y)"]);
    expect(kept({ include: ["public.a?b?c"] })).toEqual(["public.a.b/c(x.y)"]);
    expect(kept({ include: ["public.a\\.b/c"] })).toEqual(["public.a.b/c(x.y)"]);
  });

  it("takes keys, indexes and checks away with their columns", () => {
    expect(orderWith({ exclude: ["order.email"] })).toMatchObject({ uniqueKeys: [], indexes: [], primaryKey: {} });
    expect(orderWith({ exclude: ["order.id"] })).toMatchObject({ primaryKey: null, uniqueKeys: [{}], indexes: [{}] });
    expect(orderWith({ exclude: ["order.customer_id"] })).toMatchObject({ foreignKeys: [], uniqueKeys: [] });
    expect(orderWith({ exclude: ["order.state"] })?.checks).toEqual([]);
    expect(orderWith({ exclude: ["order.id"] })?.checks).toHaveLength(1);
  });

  it("keeps a foreign key to a table that it leaves out", () => {
    expect(orderWith({ exclude: ["customer"] })?.foreignKeys).toHaveLength(1);
  });

  it("chooses schemas", () => {
    const chosen = applyScope(model, scope({ schemas: ["sales"] }));
    expect(chosen.schemas.map(({ name }) => name)).toEqual(["sales"]);
    expect(chosen.tables.map(({ name }) => name)).toEqual(["order"]);
    expect(chosen.views).toEqual([]);
  });

  it.each<[Partial<Scope>, string]>([
    [
      { include: ["custmer"] },
      'scope: applying include "custmer": it matches no table, view or column; did you mean "customer"?',
    ],
    [{ exclude: ["*_gone"] }, 'scope: applying exclude "*_gone": it matches no table, view or column'],
    [{ exclude: ["customer.gone"] }, 'scope: applying exclude "customer.gone": it matches no table, view or column'],
    [{ schemas: ["sale"] }, 'scope: choosing the schema "sale": there is no such schema; did you mean "sales"?'],
    [
      { schemas: ["sales"], include: ["event_log"] },
      'scope: applying include "event_log": it matches no table, view or column',
    ],
  ])("that means nothing fails: %j", (parts, message) => {
    const apply = (): unknown => applyScope(model, scope(parts));
    expect(apply).toThrow(Failure);
    expect(apply).toThrow(message);
  });
});
