import { beforeAll, describe, expect, it } from "vitest";
import type { IndexModel, IndexPart } from "../../../src/model/table-model.js";
import { itemOf, readCatalog, readScript, serverVersions, tableOf, viewOf } from "./read-postgres.js";

const part = (facts: Partial<IndexPart>): IndexPart => ({
  column: null,
  expression: null,
  direction: "asc",
  nulls: "last",
  operatorClass: null,
  collation: null,
  prefixLength: null,
  ...facts,
});

describe.each(serverVersions)("the indexes of PostgreSQL %s", (version) => {
  let indexes: readonly IndexModel[];
  let index: (name: string) => IndexModel;

  beforeAll(async () => {
    const { model } = await readCatalog(version);
    indexes = tableOf(model, "document").indexes;
    index = (name) => itemOf([...indexes, ...viewOf(model, "customer_years").indexes], name);
  });

  it("are all there, those of constraints too", () => {
    expect(indexes.map(({ name }) => name)).toEqual([
      "document_body",
      "document_hash",
      "document_include",
      "document_lower",
      "document_partial",
      "document_pattern",
      "document_pkey",
      "document_title",
      "document_words",
    ]);
  });

  it("say which constraint they serve", () => {
    expect(index("document_pkey")).toMatchObject({ unique: true, constraint: "document_pkey", method: "btree" });
    expect(index("document_title")).toMatchObject({ unique: false, constraint: null });
  });

  it("have parts with directions and places of nulls", () => {
    expect(index("document_title").parts).toEqual([
      part({ column: "title", direction: "desc", nulls: "first" }),
      part({ column: "year", direction: "asc", nulls: "first" }),
    ]);
  });

  it("have parts that are expressions, or have a collation of their own", () => {
    expect(index("document_lower").parts).toEqual([
      part({ expression: "lower(title)" }),
      part({ expression: "((year + 1))" }),
      part({ column: "author", collation: "C" }),
    ]);
  });

  it("are of rows that meet a condition", () => {
    expect(index("document_partial")).toMatchObject({ unique: true, predicate: "(year > 2000)" });
    expect(index("document_title").predicate).toBeNull();
  });

  it("carry columns that are no part of the key", () => {
    expect(index("document_include")).toMatchObject({
      parts: [part({ column: "year" })],
      include: ["title", "author"],
    });
  });

  it("name an operator class only where it is not the type's default", () => {
    expect(index("document_pattern").parts).toEqual([part({ column: "title", operatorClass: "text_pattern_ops" })]);
    expect(index("document_body").parts).toEqual([part({ column: "body", operatorClass: "jsonb_path_ops" })]);
    expect(index("document_words").parts).toEqual([part({ column: "words" })]);
  });

  it("have methods with their settings", () => {
    expect(index("document_words")).toMatchObject({ method: "gin", extra: { reloptions: ["fastupdate=off"] } });
    expect(index("document_hash")).toMatchObject({ method: "hash", extra: { reloptions: ["fillfactor=70"] } });
    expect(index("document_title").extra).toEqual({ indisclustered: true });
    expect(index("document_pkey").extra).toEqual({});
  });

  it("have comments", () => {
    expect(index("document_lower").comment).toBe("Looks by title");
  });

  it("belong to materialized views too", () => {
    expect(index("customer_years_id")).toMatchObject({ unique: true, parts: [part({ column: "id" })] });
  });

  it("say when the planner may not use them", async () => {
    const { model } = await readScript(
      `create table t (n integer) partition by range (n);
       create table t_1 partition of t for values from (1) to (2);
       create index t_n on only t (n);`,
      version,
    );
    expect(tableOf(model, "t").indexes).toMatchObject([{ name: "t_n", valid: false }]);
  });
});
