import { beforeAll, describe, expect, it } from "vitest";
import type { Reading } from "../../../src/introspect/read-database.js";
import type { OneOf, TableModel } from "../../../src/model/table-model.js";
import { itemOf, readCatalog, serverVersions, tableOf } from "./read-postgres.js";

describe.each(serverVersions)("the constraints of PostgreSQL %s", (version) => {
  let reading: Reading;
  let table: (name: string) => TableModel;

  beforeAll(async () => {
    reading = await readCatalog(version);
    table = (name) => tableOf(reading.model, name);
  });

  it("have primary keys in key order, which is not the table's", () => {
    expect(table("sales.orders").primaryKey).toEqual({
      name: "orders_pkey",
      columns: ["region", "number"],
      nullsNotDistinct: false,
      deferrable: "no",
      comment: null,
    });
    expect(table("sales.customer").primaryKey).toMatchObject({
      name: "customer_key",
      comment: "The number on the card",
    });
    expect(table("animal").primaryKey).toBeNull();
  });

  it("have unique keys, deferrable ones told apart", () => {
    expect(table("sales.customer").uniqueKeys).toMatchObject([
      { name: "customer_email_key", columns: ["email"], deferrable: "no" },
      { name: "customer_region_number_key", columns: ["number", "region"], deferrable: "initiallyDeferred" },
    ]);
  });

  it("have foreign keys with all that was declared", () => {
    const { foreignKeys } = table("sales.orders");
    expect(itemOf(foreignKeys, "orders_customer_fkey")).toEqual({
      name: "orders_customer_fkey",
      columns: ["customer"],
      references: { schema: "sales", name: "customer", columns: ["id"] },
      onUpdate: "cascade",
      onDelete: "restrict",
      match: "simple",
      deferrable: "initiallyImmediate",
      validated: true,
      enforced: true,
      comment: null,
    });
    expect(itemOf(foreignKeys, "orders_payer_fkey")).toMatchObject({
      onUpdate: "noAction",
      onDelete: "setDefault",
      deferrable: "initiallyDeferred",
      comment: "Somebody else may pay",
    });
  });

  it("have foreign keys of several columns, to a unique index that is no constraint", () => {
    expect(itemOf(table("sales.orders").foreignKeys, "orders_place_fkey")).toMatchObject({
      columns: ["region", "customer"],
      references: { schema: "sales", name: "customer", columns: ["region", "number"] },
      match: "full",
    });
  });

  it("have foreign keys to other schemas, which old rows may break", () => {
    expect(itemOf(table("sales.orders").foreignKeys, "orders_odd_fkey")).toMatchObject({
      references: { schema: 'Odd "Schema', name: 'Od.d "Table', columns: ["we ird"] },
      validated: false,
      enforced: true,
    });
  });

  it("have foreign keys of a table to itself", () => {
    expect(table("sales.customer").foreignKeys).toMatchObject([
      { columns: ["parent"], references: { schema: "sales", name: "customer", columns: ["id"] }, onDelete: "setNull" },
    ]);
  });

  it("list a foreign key to a partitioned table once", () => {
    expect(table("counted").foreignKeys).toMatchObject([
      { columns: ["city", "taken"], references: { name: "measure", columns: ["city", "taken"] } },
    ]);
  });

  it("have checks, without the NOT NULL constraints that newer servers keep", () => {
    const { checks } = table("animal");
    expect(checks).toEqual([
      {
        name: "animal_legs_check",
        expression: "(legs >= 0)",
        oneOf: null,
        validated: true,
        enforced: true,
        comment: null,
      },
    ]);
    expect(itemOf(table("every_check").checks, "late")).toMatchObject({ validated: false, enforced: true });
    expect(itemOf(table("every_check").checks, "named").comment).toBe("Sizes are small");
  });

  it.each<[string, readonly string[], boolean]>([
    ["status", ["open", "closed", "it's"], false],
    ["kind", ["a", "b"], false],
    ["only_one", ["one"], false],
    ["chain", ["x", "y", "z"], false],
    ["null_or", ["p", "q"], false],
    ["wide", ["abc", "def"], false],
    ["listed", ["m", "n"], false],
    ["Cased", ["A", "B"], false],
    ["size", ["1", "2", "-3"], true],
    ["small", ["1", "2"], true],
    ["ratio", ["0.5", "1", "2.0"], true],
  ])("know the values that a check allows: %s", (column, values, numeric) => {
    const expected: OneOf = { column, values, numeric };
    expect(itemOf(table("every_check").checks, `every_check_${column}_check`).oneOf).toEqual(expected);
  });

  // Tables that inherit from this one may hold anything in `own`. What `padded` holds is read with its blanks; `folded` and `loose` take 'A' for 'a'; the others say something else.
  it.each(["own", "padded", "folded", "loose", "mood", "day", "lowered", "refused", "mixed", "positive"])(
    "know no values where a check allows others: %s",
    (column) => {
      expect(itemOf(table("every_check").checks, `every_check_${column}_check`).oneOf).toBeNull();
    },
  );

  it("know no values of a check over several columns, or over none", () => {
    const { checks } = table("every_check");
    expect(itemOf(checks, "every_check_check").oneOf).toBeNull();
    expect(itemOf(checks, "no_column").oneOf).toBeNull();
  });

  it("keep the whole of those that say more than the model", () => {
    expect(table("every_check").extra["constraints"]).toEqual([
      "every_check_own_check: CHECK ((own = ANY (ARRAY['a'::text, 'b'::text]))) NO INHERIT",
      "no_column: CHECK ((1 = 1)) NO INHERIT",
    ]);
    expect(table("sales.orders").extra["constraints"]).toBeUndefined();
  });

  it("have exclusions", () => {
    expect(table("booking").exclusions).toEqual([
      {
        name: "booking_room_during_excl",
        definition: "EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((room > 0))",
        comment: "One guest at a time",
      },
    ]);
  });
});

describe.runIf(serverVersions.includes("18"))("the constraints of PostgreSQL 18 alone", () => {
  let reading: Reading;

  beforeAll(async () => {
    reading = await readCatalog("18");
  });

  it("have unique keys for which null equals null", () => {
    const newer = tableOf(reading.model, "newer");
    expect(itemOf(newer.uniqueKeys, "newer_code_key").nullsNotDistinct).toBe(true);
    expect(itemOf(newer.indexes, "newer_code_key").nullsNotDistinct).toBe(true);
    expect(itemOf(newer.indexes, "newer_index").nullsNotDistinct).toBe(true);
    expect(itemOf(newer.indexes, "newer_pkey").nullsNotDistinct).toBe(false);
  });

  it("have foreign keys and checks that nobody holds", () => {
    const newer = tableOf(reading.model, "newer");
    expect(newer.foreignKeys).toMatchObject([{ columns: ["other"], enforced: false, validated: false }]);
    expect(newer.checks).toMatchObject([{ name: "newer_price_check", enforced: false }]);
  });

  it("keep which columns a foreign key sets", () => {
    expect(tableOf(reading.model, "partly").foreignKeys).toMatchObject([{ onDelete: "setNull" }]);
    expect(tableOf(reading.model, "partly").extra["constraints"]).toEqual([
      "partly_fkey: FOREIGN KEY (a, b) REFERENCES public.pair(a, b) ON DELETE SET NULL (b)",
    ]);
  });

  it("keep keys with periods, and foreign keys with periods apart, as they join no equal values", () => {
    expect(tableOf(reading.model, "stay").primaryKey?.columns).toEqual(["id", "during"]);
    const visit = tableOf(reading.model, "visit");
    expect(visit.foreignKeys).toEqual([]);
    expect(visit.extra["constraints"]).toEqual([
      "visit_stay_fkey: FOREIGN KEY (stay, PERIOD during) REFERENCES public.stay(id, PERIOD during)",
    ]);
  });
});
