import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { own, toDialectCases, type ComplianceCase } from "../compliance-case.js";
import { readStated, requireShown } from "../model/expect-part.js";
import { named, tableOf } from "../model/find-in-model.js";

/** Keys, foreign keys, checks and indexes. */
export const constraintCases: readonly ComplianceCase[] = toDialectCases([
  {
    name: "keys.composite_pk_column_order_differs_from_table_order",
    capability: "tables",
    fixture: `create table pair (a integer not null, b integer not null, c integer not null,
      constraint pair_key primary key (c, a), constraint pair_other unique (b, a))`,
    run: async (context) => {
      const pair = tableOf(await context.model(), "pair");
      deepEqual(pair.primaryKey?.columns, ["c", "a"]);
      deepEqual(
        pair.uniqueKeys.map(({ name, columns }) => ({ name, columns })),
        [{ name: "pair_other", columns: ["b", "a"] }],
      );
    },
  },
  {
    name: "keys.pk_name_and_backing_index_flagged_duplicate",
    capability: "tables",
    fixture: `create table backed (id varchar(9) not null, other varchar(9) not null, free varchar(9),
      constraint backed_key primary key (id), constraint backed_other unique (other)); create index backed_free on backed (free)`,
    run: async (context) => {
      const backed = tableOf(await context.model(), "backed");
      const primary = backed.primaryKey?.name;
      notEqual(primary, undefined);
      const other = named(backed.uniqueKeys, "backed_other").name;
      equal(named(backed.indexes, "backed_free").constraint, null);
      const serving = backed.indexes.filter(({ constraint }) => constraint !== null);
      deepEqual(serving.map(({ constraint }) => constraint).sort(), [primary ?? "", other].sort());
    },
  },
  {
    name: "fk.composite_ordered_repeated_source_columns",
    capability: "foreignKeys",
    fixture: `create table target (a integer not null, b integer not null, c integer not null, primary key (a, b), constraint target_bc unique (b, c));
      create table source (id integer not null primary key, x integer, y integer, z integer,
        constraint source_one foreign key (y, x) references target (a, b),
        constraint source_two foreign key (y, z) references target (b, c))`,
    run: async (context) => {
      const { foreignKeys } = tableOf(await context.model(), "source");
      const pairs = foreignKeys.map(({ name, columns, references }) => [name, columns, references.columns]);
      deepEqual(pairs, [
        ["source_one", ["y", "x"], ["a", "b"]],
        ["source_two", ["y", "z"], ["b", "c"]],
      ]);
    },
  },
  {
    name: "fk.references_unique_index_not_constraint",
    capability: "foreignKeys",
    fixture: `create table target (id integer not null primary key, code varchar(20) not null); create unique index target_code on target (code);
      create table source (id integer not null primary key, code varchar(20), constraint source_code foreign key (code) references target (code))`,
    run: async (context) => {
      const model = await context.model();
      const [foreignKey] = tableOf(model, "source").foreignKeys;
      deepEqual(foreignKey?.references, { schema: model.defaultSchema, name: "target", columns: ["code"] });
    },
  },
  {
    name: "fk.self_two_fks_to_same_table_and_fk_is_pk",
    capability: "foreignKeys",
    fixture: `create table node (id integer not null primary key, parent integer, next integer,
        constraint node_parent foreign key (parent) references node (id), constraint node_next foreign key (next) references node (id));
      create table detail (id integer not null primary key, constraint detail_node foreign key (id) references node (id))`,
    run: async (context) => {
      const model = await context.model();
      const keys = tableOf(model, "node").foreignKeys.map(({ name, references }) => [name, references.name]);
      deepEqual(keys, [
        ["node_next", "node"],
        ["node_parent", "node"],
      ]);
      const detail = tableOf(model, "detail");
      deepEqual(detail.foreignKeys[0]?.columns, detail.primaryKey?.columns);
    },
  },
  {
    name: "fk.actions_match_deferrable_not_valid",
    capability: "foreignKeys",
    fixture: `create table target (id integer not null primary key);
      create table source (id integer not null primary key, a integer, b integer, c integer,
        constraint source_a foreign key (a) references target (id) on delete cascade on update cascade,
        constraint source_b foreign key (b) references target (id) on delete set null,
        constraint source_c foreign key (c) references target (id))`,
    run: async (context) => {
      const { foreignKeys } = tableOf(await readStated(context), "source");
      const [a, b, c] = ["source_a", "source_b", "source_c"].map((name) => named(foreignKeys, name));
      deepEqual([a?.onDelete, a?.onUpdate], ["cascade", "cascade"]);
      deepEqual([b?.onDelete, b?.match], ["setNull", "simple"]);
      ok(["noAction", "restrict"].includes(c?.onDelete ?? ""));
      ok(foreignKeys.slice(0, 3).every(({ enforced }) => enforced));
    },
  },
  {
    name: "unique.nulls_not_distinct_and_partial",
    capability: "uniqueness",
    fixture: `create table single (id integer primary key, code varchar(9), gone integer);
      create unique index single_code on single (code) where gone is null`,
    run: async (context) => {
      const single = tableOf(await readStated(context), "single");
      const index = named(single.indexes, "single_code");
      equal(index.unique, true);
      ok(/gone/.test(index.predicate ?? ""), "the condition is missing");
      deepEqual(
        single.uniqueKeys.filter(({ columns }) => columns.join() === "code"),
        [],
      );
    },
  },
  {
    name: "check.clause_text_normalised_but_equal",
    capability: "checks",
    fixture: `create table ruled (id integer primary key, low integer, high integer, constraint ruled_order check (low < high));
      create table ruled_oddly (id integer primary key, low integer, high integer, constraint ruled_oddly_order CHECK  (  low  <  high  ))`,
    run: async (context) => {
      const model = await context.model();
      const plain = named(tableOf(model, "ruled").checks, "ruled_order");
      const odd = named(tableOf(model, "ruled_oddly").checks, "ruled_oddly_order");
      const squeeze = (text: string): string => text.replaceAll(/[\s`"()]/g, "");
      equal(squeeze(plain.expression), "low<high");
      equal(squeeze(odd.expression), squeeze(plain.expression));
      deepEqual([plain.enforced, plain.validated, plain.oneOf], [true, true, null]);
    },
  },
  {
    name: "index.expression_partial_include_opclass_desc_nulls",
    capability: "indexes",
    fixture: own,
    run: async (context) => {
      const indexes = (await readStated(context)).tables.flatMap((table) => table.indexes);
      const parts = indexes.flatMap((index) => index.parts);
      requireShown(
        parts.some(({ direction }) => direction === "desc"),
        "descending part",
      );
      requireShown(
        parts.some(({ expression }) => expression !== null) || indexes.some((index) => index.parts.some(isPrefix)),
        "expression or prefix",
      );
      ok(
        indexes.every((index) => index.parts.length > 0),
        "an index has no parts",
      );
    },
  },
  {
    name: "index.method_and_storage_params_in_dialect_options",
    capability: "indexOptions",
    fixture: own,
    run: async (context) => {
      const indexes = (await readStated(context)).tables.flatMap((table) => table.indexes);
      requireShown(new Set(indexes.map(({ method }) => method)).size > 1, "second method");
    },
  },
]);

function isPrefix({ prefixLength }: { readonly prefixLength: number | null }): boolean {
  return prefixLength !== null;
}
