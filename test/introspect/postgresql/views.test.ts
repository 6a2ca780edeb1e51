import { readFile } from "node:fs/promises";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import type { Reading } from "../../../src/introspect/read-database.js";
import type { ViewModel } from "../../../src/model/table-model.js";
import { createDatabase, readUrl, serverVersions, viewOf } from "./read-postgres.js";

/** The columns that are proved never to be null, and the keys. */
const proofs: Readonly<Record<string, readonly [columns: string, ...keys: string[]]>> = {
  one_table: ["id title price artist_id", "id"],
  left_join: ["id title named", "id"],
  right_join: ["id", "id"],
  full_join: [""],
  full_using: ["artist_id"],
  left_using: ["artist_id id", "id"],
  nested_joins: ["artist"],
  inner_join: ["id title name", "id"],
  old_join: ["id title name born", "id"],
  many_join: ["id album", "album"],
  cross_join: ["id album", "id album"],
  to_many: ["id"],
  united: ["id label"],
  united_null: ["id"],
  distinct_union: ["id label", "id label"],
  intersected: ["id label", "id label"],
  without_rows: ["id name", "id name"],
  counted: ["artist_id n priced latest prices", "artist_id"],
  total: ["n"],
  by_key: ["id name n", "id"],
  rolled: ["n level"],
  distinct_one: ["artist_id title", "artist_id title"],
  distinct_null: ["title"],
  distinct_on: ["artist_id title", "artist_id"],
  expressions: [
    "constant next loud low cast_text cast_short compared checked both_branches greatest moment today list packed listed both glued filled",
  ],
  sublinks: ["counted there positions"],
  windows: ["id number before_or_none running first n", "id"],
  sets: ["id"],
  series: ["day place"],
  listed: ["n"],
  with_cte: ["id name", "id"],
  tree: ["id path"],
  chain: [""],
  over_view: ["id named", "id"],
  over_view_left: ["id", "id"],
  from_subquery: ["id low", "id"],
  lateral_join: ["id n", "id"],
  whole_row: ["id", "id"],
  elsewhere: ["id"],
  constant_key: ["position title"],
  spaced: ["an id,:label(1)", "an id"],
  kept: ["id name", "id"],
  indexed: ["artist_id title", "title"],
};

describe.each(serverVersions)("the views of PostgreSQL %s", (version) => {
  let url: string;
  let reading: Reading;

  beforeAll(async () => {
    const script = await readFile(new URL("views.sql", import.meta.url), "utf8");
    ({ url } = await createDatabase(version, script));
    reading = await readUrl(url, { schemas: ["public"] });
  });

  it("are all looked at here", () => {
    expect(reading.model.views.map(({ name }) => name)).toEqual(Object.keys(proofs).sort());
  });

  it.each(Object.entries(proofs))("have proofs of their query: %s", (name, [columns, ...keys]) => {
    const view = viewOf(reading.model, name);
    const proved = view.columns.filter(({ nullability }) => nullability === "proved");
    const separator = columns.includes(",") ? "," : " ";
    expect(proved.map((column) => column.name)).toEqual(columns === "" ? [] : columns.split(separator));
    expect((view.keys ?? []).map((key) => key.columns.join(name === "spaced" ? "," : " "))).toEqual(keys);
    expect(view.columns.every(({ nullable, nullability }) => nullable === (nullability === "unknown"))).toBe(true);
  });

  it("hold what was proved", async () => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await client.query("refresh materialized view kept; refresh materialized view indexed");
      for (const view of reading.model.views) await expectProofs(client, view);
    } finally {
      await client.end();
    }
  });

  it("name where their columns come from, and which of them can be written", () => {
    const from = (table: string, column: string) => ({ schema: "public", table, column });
    expect(viewOf(reading.model, "one_table").origins).toEqual([
      { column: "id", from: from("album", "id"), writable: true },
      { column: "title", from: from("album", "title"), writable: true },
      { column: "price", from: from("album", "price"), writable: true },
      { column: "artist_id", from: from("album", "artist_id"), writable: true },
    ]);
    expect(viewOf(reading.model, "over_view").origins).toEqual([
      { column: "id", from: from("left_join", "id"), writable: false },
      { column: "producer", from: from("left_join", "producer"), writable: false },
      { column: "named", from: from("left_join", "named"), writable: false },
    ]);
    expect(viewOf(reading.model, "elsewhere").origins).toMatchObject([
      { column: "id", from: { schema: "hidden", table: "fact", column: "id" } },
      { column: "label" },
    ]);
    expect(viewOf(reading.model, "expressions").origins).toBeUndefined();
    expect(viewOf(reading.model, "united").origins).toBeUndefined();
  });
});

describe.each(serverVersions)("views of PostgreSQL %s that can be written", (version) => {
  it("are so in part, where triggers or rules stand in for some writes", async () => {
    const database = await createDatabase(version, writable);
    const { model } = await readUrl(database.url);
    const of = (name: string) => {
      const { updatable, writes } = viewOf(model, name);
      return [updatable, writes];
    };
    expect(of("plain")).toEqual([true, undefined]);
    expect(of("counted")).toEqual([false, undefined]);
    expect(of("inserting")).toEqual([false, ["insert"]]);
    expect(of("ruled")).toEqual([false, ["update", "delete"]]);
    expect(viewOf(model, "plain").origins?.map(({ writable }) => writable)).toEqual([true]);
    expect(viewOf(model, "ruled").extra["rules"]).toHaveLength(3);
  });
});

async function expectProofs(client: pg.Client, { name, columns, keys = [] }: ViewModel): Promise<void> {
  const proved = columns.filter(({ nullable }) => !nullable).map((column) => quote(column.name));
  const nulls = proved.map((column) => `count(*) filter (where ${column} is null)`);
  const { rows } = await client.query({ text: `select ${nulls.join(", ") || "0"} from ${name}`, rowMode: "array" });
  expect([name, new Set(rows.flat().map(Number))]).toEqual([name, new Set([0])]);
  for (const key of keys) {
    const list = key.columns.map(quote).join(", ");
    const twice = await client.query(`select ${list} from ${name} group by ${list} having count(*) > 1`);
    expect([name, twice.rows]).toEqual([name, []]);
  }
}

function quote(name: string): string {
  return `"${name}"`;
}

const writable = `
  create table t (a int primary key, b text);
  create view plain as select a, lower(b) as low from t;
  create view counted as select count(*) as n from t;
  create view inserting as select count(*) as n from t;
  create function nothing() returns trigger language plpgsql as $$ begin return new; end $$;
  create trigger standing_in instead of insert on inserting for each row execute function nothing();
  create view ruled as select a, b, 1 as one from t limit 5;
  create rule r_insert as on insert to ruled do instead insert into t values (new.a, new.b);
  create rule r_update as on update to ruled do instead update t set b = new.b where a = old.a returning a, b, 1;
  create rule r_delete as on delete to ruled do instead delete from t where a = old.a;
`;
