import type { Fixture } from "../../../src/testing/index.js";

const text = (length: number | null): object => ({ kind: "text", length, fixed: false });

/** What only SQLite can state. */
export const sqliteFixtures: Readonly<Record<string, Fixture>> = {
  "triggers.names_events_timing": `create table watched (id integer primary key, n integer);
    create trigger before_insert before insert on watched begin select raise(abort, 'no') where new.n < 0; end;
    create trigger after_any after update of n on watched when new.n > 5 begin delete from watched where id < 0; end;`,
  "views.updatable_and_declared_key_override": `create table book (id integer not null primary key, title varchar(80) not null);
    create view writable as select id, title from book; create view summed as select count(*) as books from book;
    create trigger writable_insert instead of insert on writable begin insert into book values (new.id, new.title); end;
    create trigger writable_update instead of update on writable begin update book set title = new.title where id = old.id; end;
    create trigger writable_delete instead of delete on writable begin delete from book where id = old.id; end;`,
  "types.every_native_type_roundtrips_to_neutral_type": {
    sql: `create table every_type (a_integer integer, a_bigint bigint, a_real real, a_text text, a_blob blob, a_varchar varchar(20), a_decimal decimal(10,2),
      a_boolean boolean, a_date date, a_time time, a_datetime datetime, a_json json, a_uuid uuid)`,
    model: {
      tables: {
        every_type: {
          columns: {
            a_integer: { databaseType: "INTEGER", type: { kind: "integer", bits: 64, unsigned: false, exact: false } },
            a_bigint: { type: { kind: "integer", bits: 64, unsigned: false, exact: true } },
            a_real: { type: { kind: "float", bits: 64 } },
            a_text: { type: text(null) },
            a_blob: { type: { kind: "bytes", length: null, fixed: false } },
            a_varchar: { type: text(20) },
            a_decimal: { type: { kind: "decimal", precision: 10, scale: 2, unsigned: false } },
            a_boolean: { type: { kind: "boolean" } },
            a_date: { type: { kind: "date" } },
            a_time: { type: { kind: "time", precision: null, zone: false } },
            a_datetime: { type: { kind: "timestamp", precision: null, zone: false } },
            a_json: { type: { kind: "json", binary: false } },
            a_uuid: { type: { kind: "uuid" } },
          },
        },
      },
    },
  },
  "types.unknown_type_becomes_unknown_not_skipped":
    "create table strange (id integer primary key, odd mystery, plain text)",
  "types.json_xml_uuid_bit_interval_tz_spatial_vector": {
    sql: "create table special (id integer primary key, document json, code uuid, flag bit, at timestamptz)",
    model: {
      tables: {
        special: {
          columns: {
            document: { type: { kind: "json" } },
            code: { type: { kind: "uuid" } },
            flag: { type: { kind: "boolean" } },
            at: { type: { kind: "timestamp", zone: true } },
          },
        },
      },
    },
  },
  "columns.generated_stored_virtual_expression": {
    sql: `create table computed (id integer primary key, n integer, twice integer generated always as (n * 2) stored,
      thrice integer as (n * 3))`,
    model: { tables: { computed: { columns: { thrice: { generated: { kind: "virtual", expression: "n * 3" } } } } } },
  },
  "columns.hidden_rowversion_sparse": {
    sql: "create virtual table notes using fts5(title)",
    model: {
      tables: {
        notes: {
          columns: [
            { name: "title", hidden: false },
            { name: "notes", hidden: true },
            { name: "rank", hidden: true },
          ],
        },
      },
    },
  },
  "columns.collation_charset": {
    sql: "create table sorted (id integer primary key, odd varchar(20) collate nocase, plain varchar(20))",
    model: { tables: { sorted: { columns: { odd: { collation: "nocase" } } } } },
  },
  "fk.actions_match_deferrable_not_valid": {
    sql: `create table target (id integer not null primary key);
      create table source (id integer not null primary key, a integer, b integer, c integer,
        constraint source_a foreign key (a) references target (id) on delete cascade on update cascade,
        constraint source_b foreign key (b) references target (id) on delete set null deferrable initially deferred,
        constraint source_c foreign key (c) references target (id))`,
    model: {
      tables: {
        source: { foreignKeys: { source_a: { deferrable: "no" }, source_b: { deferrable: "initiallyDeferred" } } },
      },
    },
  },
  "index.expression_partial_include_opclass_desc_nulls": {
    sql: `create table filed (id integer primary key, name varchar(40), n integer);
      create index filed_mixed on filed (lower(name), n desc) where n > 0;
      create index filed_collated on filed (name collate nocase)`,
    model: {
      tables: {
        filed: {
          indexes: {
            filed_mixed: {
              parts: [
                { column: null, expression: "lower(name)", direction: "asc" },
                { column: "n", expression: null, direction: "desc" },
              ],
              predicate: "n > 0",
            },
            filed_collated: { parts: [{ column: "name", collation: "nocase" }] },
          },
        },
      },
    },
  },
  "suite.golden_models_reviewed_by_diff": `create table author (id integer primary key, name text not null collate nocase, born date, unique (name));
    create table book (id integer primary key autoincrement, author_id integer references author on delete cascade deferrable initially deferred,
      title varchar(80) not null default 'untitled', price decimal(8, 2) check (price >= 0), state text not null default 'new' check (state in ('new', 'old')),
      made datetime default current_timestamp, total as (price * 2) stored);
    create index book_title on book (lower(title), price desc) where state = 'new';
    create table label (code text primary key, n integer not null) strict, without rowid;
    create virtual table search using fts5(body);
    create view titles as select b.id, b.title, a.name as author from book b left join author a on a.id = b.author_id;
    create trigger book_made after insert on book begin update book set made = current_timestamp where id = new.id; end;`,
};
