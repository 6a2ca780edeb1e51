import Database from "better-sqlite3";
import { mysqlCodecs, postgresqlCodecs, sqliteCodecs } from "./engine-codecs.js";
import { ReadRepository } from "../../../src/runtime/read/read-repository.js";
import { openMariadb } from "../../../src/runtime/driver/open-mariadb.js";
import { openPostgresql } from "../../../src/runtime/driver/open-postgresql.js";
import { openSqlite } from "../../../src/runtime/driver/open-sqlite.js";
import type { Executor } from "../../../src/runtime/executor.js";
import { createMariadbDatabase } from "../../support/mariadb-database.js";
import { createPostgresDatabase } from "../../support/postgres-database.js";
import {
  libraryTables,
  type LibraryCodecs,
  type AuthorTypes,
  type BookTagTypes,
  type BookTypes,
  type LibraryTables,
  type NoteTypes,
  type TagTypes,
} from "./library-tables.js";

export type Engine = "sqlite" | "postgresql" | "mariadb";
export const engines: readonly Engine[] = ["sqlite", "postgresql", "mariadb"];

/** A small library on an engine, with a repository for each table and the statements that ran. */
export interface Library {
  readonly engine: Engine;
  readonly tables: LibraryTables;
  readonly executor: Executor;
  readonly authors: ReadRepository<AuthorTypes>;
  readonly books: ReadRepository<BookTypes>;
  readonly tags: ReadRepository<TagTypes>;
  readonly bookTags: ReadRepository<BookTagTypes>;
  readonly notes: ReadRepository<NoteTypes>;
  /** The texts of the statements since the last call. */
  statements(): readonly string[];
  run(script: string): Promise<void>;
  close(): Promise<void>;
}

export async function openLibrary(engine: Engine): Promise<Library> {
  const { open, codecs } = setups[engine];
  const { executor, run, close } = await open();
  // A text of MariaDB takes a backslash for the beginning of an escape.
  await run(engine === "mariadb" ? rows.replaceAll("\\", "\\\\") : rows);
  const tables = libraryTables(codecs);
  let log: string[] = [];
  // Tests know names in the quotes of the standard.
  executor.events.subscribe(({ sql }) => void log.push(sql.replaceAll("`", '"')));
  return {
    engine,
    tables,
    executor,
    authors: new ReadRepository(tables.author, executor),
    books: new ReadRepository(tables.book, executor),
    tags: new ReadRepository(tables.tag, executor),
    bookTags: new ReadRepository(tables.bookTag, executor),
    notes: new ReadRepository(tables.note, executor),
    statements() {
      const seen = log;
      log = [];
      return seen;
    },
    run,
    close,
  };
}

type Opened = Pick<Library, "executor" | "run" | "close">;

async function openOnSqlite(): Promise<Opened> {
  const database = new Database(":memory:");
  const run = async (script: string): Promise<void> => void database.exec(script);
  await run(sqliteTables);
  const executor = await openSqlite({ database });
  return { executor, run, close: async () => void database.close() };
}

async function openOnPostgresql(): Promise<Opened> {
  const database = await createPostgresDatabase({ script: postgresqlTables });
  const executor = await openPostgresql({ connectionString: database.url, max: 2 });
  const close = async (): Promise<void> => {
    await executor.close();
    await database.drop();
  };
  return { executor, run: (script) => database.run(script), close };
}

async function openOnMariadb(): Promise<Opened> {
  const database = await createMariadbDatabase({ script: mariadbTables });
  const executor = await openMariadb({ uri: database.url });
  const close = async (): Promise<void> => {
    await executor.close();
    await database.drop();
  };
  return { executor, run: (script) => database.run(standardMode + script), close };
}

/** Names in double quotes, and `||` for texts. */
const standardMode = "set sql_mode = concat(@@sql_mode, ',ANSI_QUOTES,PIPES_AS_CONCAT');\n";

const setups: Readonly<Record<Engine, { readonly open: () => Promise<Opened>; readonly codecs: LibraryCodecs }>> = {
  sqlite: { open: openOnSqlite, codecs: sqliteCodecs },
  postgresql: { open: openOnPostgresql, codecs: postgresqlCodecs },
  mariadb: { open: openOnMariadb, codecs: mysqlCodecs },
};

const sqliteTables = `
create table author (author_id integer primary key, name text not null unique, country text);
create table book (
  book_id integer primary key, "ti""t'le" text not null, "select" text, author_id integer not null, sequel_to bigint,
  pages integer, price decimal(10, 2) not null, published datetime, binding text not null, extra json
);
create table tag (tag_id integer primary key, label text not null);
create table book_tag (book_id bigint not null, tag_id integer not null, primary key (book_id, tag_id));
create table note (book_id bigint, tag_id integer, body text not null);
`;

const postgresqlTables = `
create type binding as enum ('paper', 'cloth');
create table author (author_id int4 primary key, name text collate "C" not null unique, country text collate "C");
create table book (
  book_id int8 primary key, "ti""t'le" text collate "C" not null, "select" text collate "C", author_id int4 not null, sequel_to int8,
  pages int4, price numeric(10, 2) not null, published timestamptz, binding binding not null, extra jsonb
);
create table tag (tag_id int4 primary key, label text collate "C" not null);
create table book_tag (book_id int8 not null, tag_id int4 not null, primary key (book_id, tag_id));
create table note (book_id int8, tag_id int4, body text not null);
`;

const mariadbTables = `
alter database default character set utf8mb4 collate utf8mb4_nopad_bin;
create table author (author_id int primary key, name varchar(100) not null unique, country varchar(100));
create table book (
  book_id bigint primary key, \`ti"t'le\` varchar(100) not null, \`select\` varchar(100), author_id int not null, sequel_to bigint,
  pages int, price decimal(10, 2) not null, published datetime(6), binding enum('paper', 'cloth') not null, extra json
);
create table tag (tag_id int primary key, label varchar(100) not null);
create table book_tag (book_id bigint not null, tag_id int not null, primary key (book_id, tag_id));
create table note (book_id bigint, tag_id int, body varchar(100) not null);
`;

const rows = `
insert into author values (1, 'Ada', 'GB'), (2, 'Ben', null), (3, 'Cleo', 'NZ'), (4, 'dan', 'NZ');
insert into book values
  (1, '100% wool', 'a_b', 1, null, 120, 9.90, '2001-02-03 04:05:06', 'paper', '{"a": 1, "list": [1, "x", {"k": null}], "deep": {"b": true}}'),
  (2, '100 knots', null, 1, 1, 80, 12.00, '2002-01-01 00:00:00', 'cloth', '[1, 2, [3]]'),
  (3, 'back\\slash', 'B', 2, null, null, 0.10, null, 'paper', null),
  (4, 'Äpfel [*?]', 'b', 2, null, 300, 5.00, '1999-12-31 23:59:59', 'cloth', '"text"'),
  (9007199254740993, 'wool_100', null, 3, 9007199254740995, 80, 5.00, '2002-01-01 00:00:00', 'paper', 'null'),
  (9007199254740995, 'WOOL', '', 3, null, 120, 10.00, null, 'cloth', '{"list": [], "a": 1.0, "we\\"ird.k": {"0": "zero"}}');
insert into tag values (10, 'craft'), (20, 'fruit'), (30, 'none');
insert into book_tag values (1, 10), (2, 10), (2, 20), (4, 20), (9007199254740993, 10);
insert into note values (1, 10, 'one'), (1, 10, 'two'), (2, 20, 'three'), (null, 10, 'lost'), (2, 10, 'four'), (null, null, 'free');
`;
