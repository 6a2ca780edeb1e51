import type { Fixture } from "../../../src/testing/index.js";
import { postgresqlTypes } from "./postgresql-types.js";

/** What only PostgreSQL can state, from version 12 on. */
export const postgresqlFixtures: Readonly<Record<string, Fixture>> = {
  "schemas.non_default_schema_cross_fk_and_cross_enum": `create schema compliance_sales; create type compliance_sales.state as enum ('new', 'old');
    create table item (id integer primary key, state compliance_sales.state not null);
    create table compliance_sales.line (line_no integer primary key, item_id integer not null references item (id))`,
  "schemas.not_on_search_path_visible": `create schema compliance_aside; create table compliance_aside.thing (id integer primary key); revoke all on schema compliance_aside from public`,
  "routines.overloads_in_out_defaults_setof": {
    sql: `create function acreage(side integer) returns integer language sql immutable as 'select side * side';
      create function acreage(width integer, height integer default 2) returns integer language sql as 'select width * height';
      create function split(whole integer, out half integer, out rest integer) language sql as 'select whole / 2, whole % 2';
      create function numbers(variadic bounds integer[]) returns setof integer language sql as 'select unnest(bounds)';
      create procedure bump(inout counted integer) language plpgsql as 'begin counted := counted + 1; end'`,
    model: {
      routines: [
        {
          name: "acreage",
          signature: "integer",
          volatility: "immutable",
          parameters: [{ name: "side", mode: "in", hasDefault: false }],
        },
        {
          name: "acreage",
          parameters: [
            { name: "width", hasDefault: false },
            { name: "height", hasDefault: true },
          ],
        },
        { name: "bump", kind: "procedure", returns: null, parameters: [{ name: "counted", mode: "inout" }] },
        { name: "numbers", returns: { set: true }, parameters: [{ name: "bounds", mode: "variadic" }] },
        {
          name: "split",
          parameters: [
            { name: "whole", mode: "in" },
            { name: "half", mode: "out" },
            { name: "rest", mode: "out" },
          ],
        },
      ],
    },
  },
  "routines.table_valued_as_relation": {
    sql: `create table item (id integer primary key, name text not null); insert into item values (1, 'x'), (2, 'y');
      create function found(wanted text) returns table (id integer, name text) language sql as 'select id, name from item where name = wanted'`,
    model: {
      routines: [
        {
          name: "found",
          returns: { set: true },
          parameters: [
            { name: "wanted", mode: "in" },
            { name: "id", mode: "table" },
            { name: "name", mode: "table" },
          ],
        },
      ],
    },
  },
  "triggers.names_events_timing": {
    sql: `create table watched (id integer primary key, n integer);
      create function touch() returns trigger language plpgsql as 'begin return new; end';
      create trigger before_insert before insert on watched for each row execute function touch();
      create trigger after_any after insert or update of n or delete on watched for each row execute function touch();
      alter table watched disable trigger after_any`,
    model: {
      tables: {
        watched: {
          triggers: {
            after_any: { enabled: false, events: ["insert", "update", "delete"] },
            before_insert: { enabled: true },
          },
        },
      },
    },
  },
  "sequences.start_increment_min_max_cycle_cache_owned_by": {
    sql: `create sequence counter start with 5 increment by 3 minvalue 2 maxvalue 500 cache 7 cycle;
      create table owner (id integer generated always as identity primary key)`,
    model: { sequences: { owner_id_seq: { ownedBy: { schema: "public", table: "owner", column: "id" } } } },
  },
  "partitions.parent_only_by_default_children_listed": {
    sql: `create table measured (id integer not null, at integer not null, primary key (id, at)) partition by range (at);
      create table measured_old partition of measured for values from (0) to (100);
      create table measured_new partition of measured for values from (100) to (200)`,
    model: {
      tables: {
        measured: { kind: "partitioned", partitioning: { method: "range", key: "at" } },
        measured_old: { kind: "partition" },
        measured_new: { kind: "partition" },
      },
    },
  },
  "privileges.table_column_grants_and_policies_reported": {
    sql: `create table account (id integer primary key, name text, secret text);
      grant select on account to {reader}; grant insert (id, name), update (name) on account to {reader};
      alter table account enable row level security; create policy own_rows on account for select to {reader} using (id > 1)`,
    model: {
      tables: {
        account: {
          policies: [{ name: "own_rows", command: "select", permissive: true, using: "(id > 1)", check: null }],
        },
      },
    },
  },
  "types.every_native_type_roundtrips_to_neutral_type": postgresqlTypes,
  "types.unknown_type_becomes_unknown_not_skipped": {
    sql: `create type mystery; create function mystery_in(cstring) returns mystery language internal immutable strict as 'textin';
      create function mystery_out(mystery) returns cstring language internal immutable strict as 'textout';
      create type mystery (input = mystery_in, output = mystery_out, like = text);
      create table strange (id integer primary key, odd mystery, plain text)`,
    model: {},
  },
  "types.enum_native_label_order_and_odd_labels": `create type state as enum ('zulu', '1', '', 'two words', 'it''s', 'Zulu');
    create table labelled (id integer primary key, state state not null)`,
  "types.domain_base_type_checks_nullability": {
    sql: `create domain positive as integer not null default 1 constraint positive_check check (value > 0); create table counted (id integer primary key, n positive)`,
    model: {
      domains: [
        {
          name: "positive",
          type: { kind: "integer" },
          nullable: false,
          default: { kind: "literal", value: "1" },
          checks: [{ name: "positive_check" }],
        },
      ],
      tables: { counted: { columns: { n: { type: { kind: "domain", schema: "public", name: "positive" } } } } },
    },
  },
  "types.arrays_multi_dim_ranges_composite": {
    sql: `create type place as (street text, zip integer); create type span as range (subtype = float8);
      create table structured (id integer primary key, grid integer[][], words varchar(9)[], home place, homes place[], lasts int4range, own span)`,
    model: {
      tables: {
        structured: {
          columns: {
            grid: { type: { kind: "array", element: { kind: "array", element: { kind: "integer" } } } },
            words: { type: { kind: "array", element: { kind: "text", length: 9 } } },
            home: { type: { kind: "composite", schema: "public", name: "place" } },
            homes: { type: { kind: "array", element: { kind: "composite", name: "place" } } },
            lasts: { type: { kind: "range", element: { kind: "integer" }, multi: false } },
            own: { type: { kind: "range", element: { kind: "float", bits: 64 }, multi: false } },
          },
        },
      },
      composites: [{ name: "place", fields: [{ name: "street" }, { name: "zip" }] }],
      ranges: [{ name: "span" }],
    },
  },
  "types.json_xml_uuid_bit_interval_tz_spatial_vector": {
    sql: `create table special (id integer primary key, document jsonb, page xml, code uuid, flags bit(4), lasts interval(3), at timestamptz(3), place point, words tsvector)`,
    model: {
      tables: {
        special: {
          columns: {
            document: { type: { kind: "json", binary: true } },
            page: { type: { kind: "xml" } },
            code: { type: { kind: "uuid" } },
            flags: { type: { kind: "bits", length: 4, fixed: true } },
            lasts: { type: { kind: "interval", precision: 3 } },
            at: { type: { kind: "timestamp", precision: 3, zone: true } },
            place: { type: { kind: "opaque", name: "point", comparable: false } },
            words: { type: { kind: "opaque", name: "tsvector", comparable: true } },
          },
        },
      },
    },
  },
  "columns.identity_always_vs_by_default_with_options": {
    sql: `create table numbered (id {identity}, name varchar(20));
      create table strict_numbered (id integer generated always as identity (start with 100 increment by 10) primary key)`,
    model: {
      tables: {
        numbered: { columns: { id: { identity: { mode: "byDefault" } } } },
        strict_numbered: {
          columns: { id: { identity: { mode: "always", sequence: { name: "strict_numbered_id_seq" } } } },
        },
      },
      sequences: { strict_numbered_id_seq: { start: "100", increment: "10" } },
    },
  },
  "columns.default_literal_vs_expression_vs_sequence": {
    sql: `create sequence counter;
      create table filled (id integer primary key, whole integer default 7, word varchar(20) default 'it''s', price decimal(6, 2) default 1.50,
        made {timestamp} default current_timestamp, blank varchar(9), plain varchar(9) default null, counted bigint default nextval('counter'))`,
    model: {
      tables: {
        filled: { columns: { counted: { default: { kind: "sequence", schema: "public", name: "counter" } } } },
      },
    },
  },
  "columns.collation_charset": {
    sql: `create table sorted (id integer primary key, odd varchar(20) collate "C", plain varchar(20))`,
    model: { tables: { sorted: { columns: { odd: { collation: "C" } } } } },
  },
  "comments.table_column_index_constraint_unicode_multiline_and_comment_terminator": (() => {
    const text = "E'First — ünïcode.\\nSecond */ `${line}` end'";
    return `create table remarked (id integer constraint remarked_key primary key, name text); create index remarked_name on remarked (name);
      comment on table remarked is ${text}; comment on column remarked.id is ${text}; comment on index remarked_name is ${text};
      comment on constraint remarked_key on remarked is ${text}`;
  })(),
  "fk.actions_match_deferrable_not_valid": {
    sql: `create table target (id integer primary key, other integer, unique (id, other));
      create table source (id integer primary key, a integer, b integer, c integer, d integer,
        constraint source_a foreign key (a) references target (id) on delete cascade on update cascade,
        constraint source_b foreign key (b) references target (id) on delete set null deferrable,
        constraint source_c foreign key (c) references target (id) on delete restrict,
        constraint source_d foreign key (c, d) references target (id, other) match full on delete set default deferrable initially deferred);
      alter table source add constraint source_e foreign key (d) references target (id) not valid`,
    model: {
      tables: {
        source: {
          foreignKeys: {
            source_a: { validated: true, deferrable: "no" },
            source_b: { deferrable: "initiallyImmediate" },
            source_c: { onDelete: "restrict" },
            source_d: { match: "full", onDelete: "setDefault", deferrable: "initiallyDeferred" },
            source_e: { validated: false },
          },
        },
      },
    },
  },
  "index.expression_partial_include_opclass_desc_nulls": {
    sql: `create table filed (id integer primary key, name varchar(40), n integer);
      create index filed_mixed on filed (lower(name), n desc nulls last) include (id) where n > 0;
      create index filed_pattern on filed (name varchar_pattern_ops)`,
    model: {
      tables: {
        filed: {
          indexes: {
            filed_mixed: {
              parts: [
                { column: null, expression: "lower((name)::text)", direction: "asc" },
                { column: "n", expression: null, direction: "desc", nulls: "last" },
              ],
              include: ["id"],
              predicate: "(n > 0)",
            },
            filed_pattern: { parts: [{ column: "name", operatorClass: "varchar_pattern_ops" }] },
          },
        },
      },
    },
  },
  "index.method_and_storage_params_in_dialect_options": {
    sql: `create table filed (id integer primary key, words tsvector, n integer);
      create index filed_words on filed using gin (words) with (fastupdate = off); create index filed_n on filed using hash (n);
      create index filed_id on filed (id) with (fillfactor = 70)`,
    model: { tables: { filed: { indexes: { filed_words: { method: "gin" }, filed_n: { method: "hash" } } } } },
  },
  "suite.golden_models_reviewed_by_diff": `create type mood as enum ('sad', 'ok'); create domain email as text check (value like '%@%');
    create type place as (street text, zip integer); create schema sales; comment on schema sales is 'What is sold.';
    create table author (id integer generated always as identity primary key, name text not null unique, mail email, mood mood default 'ok', home place);
    create table sales.book (id bigint generated by default as identity primary key, author_id integer not null references author on delete cascade deferrable,
      title varchar(80) not null default 'untitled', price numeric(8, 2) check (price >= 0), tags text[] not null default '{}', made timestamptz default now(),
      total numeric generated always as (price * 2) stored, lasts int4range, exclude using gist (lasts with &&));
    create index book_title on sales.book (lower(title), price desc nulls last) include (made) where price > 1;
    comment on table sales.book is 'A book.'; comment on column sales.book.title is 'As printed.';
    create table log (at date not null, line text) partition by range (at);
    create table log_2024 partition of log for values from ('2024-01-01') to ('2025-01-01');
    create view titles as select b.id, b.title, a.name as author from sales.book b left join author a on a.id = b.author_id;
    create materialized view counted as select b.author_id, count(*) as books from sales.book b join author a on a.id = b.author_id group by b.author_id; create unique index on counted (author_id);
    create function touch() returns trigger language plpgsql as 'begin new.made := now(); return new; end';
    create trigger book_made before insert or update on sales.book for each row execute function touch();
    create function found(wanted text, most integer default 10) returns table (id bigint, title text) language sql stable
      as 'select id, title from sales.book where title = wanted limit most';
    create sequence free start 5 increment 2; alter table author enable row level security; create policy own_rows on author using (id > 0)`,
};
