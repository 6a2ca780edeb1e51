import { beforeAll, describe, expect, it } from "vitest";
import type { RoutineModel } from "../../../src/model/database-model.js";
import { readCatalog, serverVersions } from "./read-postgres.js";

describe.each(serverVersions)("the routines of PostgreSQL %s", (version) => {
  let routines: readonly RoutineModel[];
  let routine: (name: string, signature: string) => RoutineModel | undefined;

  beforeAll(async () => {
    routines = (await readCatalog(version)).model.routines;
    routine = (name, signature) => routines.find((found) => found.name === name && found.signature === signature);
  });

  it("are told apart by the types that they take", () => {
    expect(routines.filter(({ name }) => name === "add").map(({ signature }) => signature)).toEqual([
      "integer, integer, integer",
      "numeric, numeric",
    ]);
    expect(routine("add", "numeric, numeric")).toMatchObject({
      kind: "function",
      language: "sql",
      volatility: "stable",
      comment: "Adds exactly",
      returns: { databaseType: "numeric", set: false },
    });
    expect(routine("add", "integer, integer, integer")?.volatility).toBe("immutable");
  });

  it("have defaults for the last of their inputs", () => {
    expect(routine("add", "integer, integer, integer")?.parameters).toMatchObject([
      { name: "a", mode: "in", databaseType: "integer", hasDefault: false },
      { name: "b", mode: "in", hasDefault: true },
      { name: "c", mode: "in", hasDefault: true },
    ]);
  });

  it("give values through parameters", () => {
    expect(routine("split_name", "text")?.parameters).toMatchObject([
      { name: "whole", mode: "in", hasDefault: false },
      { name: "first", mode: "out", hasDefault: false },
      { name: "last", mode: "out" },
    ]);
    expect(routine("split_name", "text")?.returns).toMatchObject({ databaseType: "record", set: false });
  });

  it("take any number of values, of types of one's own", () => {
    const moods = routine("moods_of", "public.year, public.mood[]");
    expect(moods?.parameters).toMatchObject([
      { name: "year", mode: "in", type: { kind: "domain", name: "year" } },
      { name: "moods", mode: "variadic", type: { kind: "array", element: { kind: "enum", name: "mood" } } },
    ]);
    expect(moods?.returns).toMatchObject({ type: { kind: "enum", name: "mood" }, set: true });
  });

  it("give rows, of columns of their own or of a table's", () => {
    expect(routine("top_customers", "integer")?.parameters).toMatchObject([
      { name: "minimum", mode: "in" },
      { name: "id", mode: "table" },
      { name: "total", mode: "table", databaseType: "numeric" },
    ]);
    expect(routine("all_customers", "")?.returns).toEqual({
      type: { kind: "composite", schema: "sales", name: "customer" },
      databaseType: "sales.customer",
      set: true,
    });
  });

  it("may have parameters without names, and give nothing", () => {
    expect(routine("nothing", "integer")).toMatchObject({
      parameters: [{ name: null }],
      returns: { databaseType: "void", set: false },
    });
  });

  it("are procedures, aggregates and window functions too", () => {
    expect(routine("tidy", "integer, integer")).toMatchObject({
      kind: "procedure",
      returns: null,
      volatility: null,
      parameters: [
        { name: "counted", mode: "inout", hasDefault: false },
        { name: "kept", mode: "inout", hasDefault: true },
      ],
    });
    expect(routine("total", "integer")).toMatchObject({ kind: "aggregate", returns: { databaseType: "integer" } });
    expect(routine("row_place", "")?.kind).toBe("window");
  });
});
