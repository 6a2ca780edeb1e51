import type { Fixture } from "../../../src/testing/index.js";
import { mariadbTypes } from "./mariadb-types.js";

const comment = "'First — ünïcode.\\nSecond */ `${line}` end'";

/** What only MariaDB can state. */
export const mariadbFixtures: Readonly<Record<string, Fixture>> = {
  "schemas.non_default_schema_cross_fk_and_cross_enum": `create schema compliance_sales;
    create table item (id integer primary key, state enum('new', 'old') not null);
    set @here = database();
    set @line = concat('create table compliance_sales.line (line_no integer primary key, item_id integer not null,
      foreign key (item_id) references ', @here, '.item (id))');
    prepare line from @line; execute line; deallocate prepare line`,
  "schemas.not_on_search_path_visible": `create schema compliance_aside; create table compliance_aside.thing (id integer primary key);
    create table here (id integer primary key); grant select on here to {reader}; grant select on compliance_aside.thing to {reader}`,
  "routines.overloads_in_out_defaults_setof": {
    sql: `create function acreage(width integer, height integer unsigned) returns integer deterministic no sql return width * height;
      create procedure split(whole integer, out half integer, inout rest varchar(20)) begin set half = whole / 2; end;
      create procedure bump(inout counted integer) set counted = counted + 1`,
    model: {
      routines: [
        {
          name: "acreage",
          kind: "function",
          volatility: "immutable",
          returns: { type: { kind: "integer", bits: 32 }, set: false },
          parameters: [
            { name: "width", mode: "in", type: { kind: "integer", bits: 32 } },
            { name: "height", mode: "in", type: { kind: "integer", unsigned: true } },
          ],
        },
        { name: "bump", kind: "procedure", parameters: [{ name: "counted", mode: "inout" }] },
        {
          name: "split",
          kind: "procedure",
          returns: null,
          parameters: [
            { name: "whole", mode: "in" },
            { name: "half", mode: "out" },
            { name: "rest", mode: "inout", type: { kind: "text", length: 20 } },
          ],
        },
      ],
    },
  },
  "triggers.names_events_timing": `create table watched (id integer primary key, n integer);
    create trigger before_insert before insert on watched for each row set new.n = 1;
    create trigger after_any after update on watched for each row begin declare x integer; set x = new.n; end`,
  "partitions.parent_only_by_default_children_listed": {
    sql: `create table measured (id integer not null, at integer not null, primary key (id, at)) partition by range (at)
      (partition measured_old values less than (100), partition measured_new values less than maxvalue)`,
    model: { tables: { measured: { partitioning: { method: "range" } } } },
  },
  "temporal.system_versioned_history_and_period_columns": `create table versioned (id integer primary key, note varchar(20),
    since timestamp(6) generated always as row start, until timestamp(6) generated always as row end, period for system_time (since, until))
    with system versioning`,
  "privileges.table_column_grants_and_policies_reported": `create table account (id integer primary key, name varchar(40), secret varchar(40));
    grant select, insert (id, name), update (name) on account to {reader}`,
  "types.every_native_type_roundtrips_to_neutral_type": mariadbTypes,
  "types.enum_native_label_order_and_odd_labels": `create table labelled (id integer primary key,
    state enum('zulu', '1', '', 'two words', 'it''s') not null)`,
  "types.enum_from_check_in_and_lookup_table": `create table lookup (code varchar(10) not null primary key);
    create table checked (id integer primary key, size varchar(10) collate utf8mb4_nopad_bin not null check (size in ('small', 'large')),
      code varchar(10), constraint checked_code foreign key (code) references lookup (code))`,
  "types.json_xml_uuid_bit_interval_tz_spatial_vector": {
    sql: `create table special (id integer primary key, document json, checked longtext check (json_valid(checked)), code uuid, flags bit(4), at timestamp(3) null, place point)`,
    model: {
      tables: {
        special: {
          columns: {
            document: { type: { kind: "json" } },
            checked: { type: { kind: "json" } },
            code: { type: { kind: "uuid" } },
            flags: { type: { kind: "bits", length: 4 } },
            at: { type: { kind: "timestamp", precision: 3, zone: true } },
            place: { type: { kind: "opaque", name: "point", comparable: false } },
          },
        },
      },
    },
  },
  "columns.generated_stored_virtual_expression": {
    sql: `create table computed (id integer primary key, n integer, twice integer generated always as (n * 2) stored,
      thrice integer generated always as (n * 3) virtual)`,
    model: { tables: { computed: { columns: { thrice: { generated: { kind: "virtual" } } } } } },
  },
  "columns.default_literal_vs_expression_vs_sequence": {
    sql: `create sequence counter;
      create table filled (id integer primary key, whole integer default 7, word varchar(20) default 'it''s', price decimal(6, 2) default 1.50,
        made {timestamp} default current_timestamp(3), blank varchar(9), plain varchar(9) default null, counted bigint default nextval(counter),
        changed timestamp(3) not null default current_timestamp(3) on update current_timestamp(3))`,
    model: {
      tables: {
        filled: {
          columns: {
            counted: { default: { kind: "sequence", schema: "main", name: "counter" } },
            changed: { onUpdate: "current_timestamp(3)" },
          },
        },
      },
    },
  },
  "columns.hidden_rowversion_sparse": {
    sql: "create table partly (id integer primary key, shown integer, unseen integer invisible default 4)",
    model: { tables: { partly: { columns: { shown: { hidden: false }, unseen: { hidden: true } } } } },
  },
  "columns.collation_charset": {
    sql: `create table sorted (id integer primary key, odd varchar(20) character set latin1 collate latin1_bin, plain varchar(20))`,
    model: { tables: { sorted: { columns: { odd: { collation: "latin1_bin" } } } } },
  },
  "comments.table_column_index_constraint_unicode_multiline_and_comment_terminator": `create table remarked
    (id integer primary key comment ${comment}, name varchar(20), index remarked_name (name) comment ${comment}) comment = ${comment}`,
  "fk.actions_match_deferrable_not_valid": {
    sql: `create table target (id integer not null primary key);
      create table source (id integer not null primary key, a integer, b integer, c integer,
        constraint source_a foreign key (a) references target (id) on delete cascade on update cascade,
        constraint source_b foreign key (b) references target (id) on delete set null,
        constraint source_c foreign key (c) references target (id) on delete restrict)`,
    model: { tables: { source: { foreignKeys: { source_a: { deferrable: "no", validated: true } } } } },
  },
  "index.expression_partial_include_opclass_desc_nulls": {
    sql: `create table filed (id integer primary key, name varchar(40), n integer, body text, index filed_mixed (name(10), n desc), index filed_body (body(20)))`,
    model: {
      tables: {
        filed: {
          indexes: {
            filed_mixed: {
              parts: [
                { column: "name", direction: "asc", prefixLength: 10 },
                { column: "n", direction: "desc", prefixLength: null },
              ],
            },
            filed_body: { parts: [{ column: "body", prefixLength: 20 }] },
          },
        },
      },
    },
  },
  "index.method_and_storage_params_in_dialect_options": {
    sql: `create table filed (id integer primary key, body text, place point not null, n integer,
      fulltext index filed_body (body), spatial index filed_place (place), index filed_n (n))`,
    model: {
      tables: {
        filed: {
          indexes: {
            filed_body: { method: "fulltext" },
            filed_place: { method: "spatial" },
            filed_n: { method: "btree" },
          },
        },
      },
    },
  },
  "suite.golden_models_reviewed_by_diff": `create table author (id integer unsigned auto_increment primary key, name varchar(40) not null unique comment 'As printed.',
      mood enum('sad', 'ok') not null default 'ok', traits set('tall', 'loud'), active boolean not null default true, born year);
    create table book (id bigint auto_increment primary key, author_id integer unsigned not null, title varchar(80) not null default 'untitled',
      price decimal(8, 2) check (price >= 0), state varchar(9) not null default 'new' check (state in ('new', 'old')), document json, flags bit(4),
      made datetime(3) not null default current_timestamp(3) on update current_timestamp(3), total decimal(10, 2) generated always as (price * 2) stored,
      unseen integer invisible default 4, constraint book_author foreign key (author_id) references author (id) on delete cascade,
      index book_title (title(20), price desc), fulltext index book_text (title)) comment = 'A book.';
    create table log (at date not null, line varchar(80)) partition by range columns (at)
      (partition log_2024 values less than ('2025-01-01'), partition log_rest values less than (maxvalue));
    create view titles as select b.id, b.title, a.name as author from book b left join author a on a.id = b.author_id;
    create function acreage(width integer, height integer) returns integer deterministic no sql return width * height;
    create procedure tidy(inout counted integer) set counted = counted + 1;
    create trigger book_made before insert on book for each row set new.title = trim(new.title);
    create event nightly on schedule every 1 day starts '2030-01-01 00:00:00' disable comment 'Tidies.' do delete from log where at < '2000-01-01';
    create sequence free start with 5 increment by 2`,
};
