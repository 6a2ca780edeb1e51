import Database from "better-sqlite3";
import * as mysqlCodecs from "../../../src/runtime/codec/mysql/mysql-codecs.js";
import * as postgresqlCodecs from "../../../src/runtime/codec/postgresql/postgresql-codecs.js";
import * as sqliteCodecs from "../../../src/runtime/codec/sqlite/sqlite-codecs.js";
import { openMariadb } from "../../../src/runtime/driver/open-mariadb.js";
import { openPostgresql } from "../../../src/runtime/driver/open-postgresql.js";
import { openSqlite } from "../../../src/runtime/driver/open-sqlite.js";
import { mysqlDialect } from "../../../src/runtime/dialect/mysql-dialect.js";
import type { Executor } from "../../../src/runtime/executor.js";
import { Repository } from "../../../src/runtime/repository.js";
import { createMariadbDatabase } from "../../support/mariadb-database.js";
import { createPostgresDatabase } from "../../support/postgres-database.js";
import {
  type ItemTypes,
  type LineTypes,
  type LinkTypes,
  type ShopCodecs,
  shopTables,
  type ShopTables,
} from "./shop-tables.js";
import { withDialect } from "./with-dialect.js";

/** MariaDB takes every statement that is written for MySQL. */
export type Engine = "sqlite" | "postgresql" | "mariadb" | "mysql, on MariaDB";
export const engines: readonly Engine[] = ["sqlite", "postgresql", "mariadb", "mysql, on MariaDB"];

/** Repositories of the shop's tables on an executor. */
export interface Repositories {
  readonly items: Repository<ItemTypes>;
  readonly lines: Repository<LineTypes>;
  readonly links: Repository<LinkTypes>;
}

export interface Shop extends Repositories {
  readonly executor: Executor;
  /** The same repositories in a transaction. */
  within(tx: Executor): Repositories;
  /** The texts of the statements since the last call. */
  statements(): readonly string[];
  run(script: string): Promise<void>;
  /** Takes out all rows; keys count from 1 again. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** An empty shop. */
export async function openShop(engine: Engine): Promise<Shop> {
  const { open, codecs, clearing } = setups[engine];
  const { executor, run, close } = await open();
  const tables = shopTables(codecs);
  let log: string[] = [];
  executor.events.subscribe((event) => void log.push(event.sql));
  const statements = (): readonly string[] => {
    const seen = log;
    log = [];
    return seen;
  };
  const within = (tx: Executor): Repositories => toRepositories(tables, tx);
  return { executor, ...within(executor), within, statements, run, close, clear: () => run(clearing) };
}

function toRepositories(tables: ShopTables, executor: Executor): Repositories {
  return {
    items: new Repository(tables.item, executor),
    lines: new Repository(tables.line, executor),
    links: new Repository(tables.link, executor),
  };
}

type Opened = Pick<Shop, "executor" | "run" | "close">;

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
  return { executor, run: (script) => database.run(`${standardNames} ${script}`), close };
}

const standardNames = "set sql_mode = concat(@@sql_mode, ',ANSI_QUOTES');";

async function openAsMysql(): Promise<Opened> {
  const opened = await openOnMariadb();
  return { ...opened, executor: withDialect(opened.executor, mysqlDialect) };
}

interface Setup {
  readonly open: () => Promise<Opened>;
  readonly codecs: ShopCodecs;
  /** Takes out all rows. */
  readonly clearing: string;
}

const truncating =
  "set foreign_key_checks = 0; truncate line; truncate item; truncate link; set foreign_key_checks = 1";

const setups: Readonly<Record<Engine, Setup>> = {
  sqlite: {
    open: openOnSqlite,
    codecs: sqliteCodecs,
    clearing: "delete from line; delete from item; delete from link;",
  },
  postgresql: {
    open: openOnPostgresql,
    codecs: postgresqlCodecs,
    clearing: "truncate line, item, link restart identity",
  },
  mariadb: { open: openOnMariadb, codecs: mysqlCodecs, clearing: truncating },
  "mysql, on MariaDB": { open: openAsMysql, codecs: mysqlCodecs, clearing: truncating },
};

const sqliteTables = `
create table item (
  item_id integer primary key, "co""de" text not null constraint item_code_key unique, "select" nvarchar(40),
  price decimal(10, 2) not null default 1.5, stock integer not null default 7, worth decimal(10, 2) generated always as (price * stock) stored,
  created datetime not null default current_timestamp, extra json, settings json not null default '{}'
);
create table line (
  order_id integer not null, position integer not null, item_id integer not null constraint line_item_fkey references item, note text,
  primary key (order_id, position)
);
create table link ("left" integer not null, "right" integer not null, primary key ("left", "right"));
`;

const postgresqlTables = `
create table item (
  item_id int4 generated by default as identity primary key, "co""de" text not null constraint item_code_key unique, "select" varchar(40),
  price numeric(10, 2) not null default 1.5, stock int4 not null default 7, worth numeric(10, 2) generated always as (price * stock) stored,
  created timestamptz not null default current_timestamp, extra jsonb, settings jsonb not null default '{}'
);
create table line (
  order_id int4 not null, position int4 not null, item_id int4 not null constraint line_item_fkey references item, note text,
  constraint line_pkey primary key (order_id, position)
);
create table link ("left" int4 not null, "right" int4 not null, primary key ("left", "right"));
`;

const mariadbTables = `
alter database default character set utf8mb4 collate utf8mb4_nopad_bin;
create table item (
  item_id int auto_increment primary key, \`co"de\` varchar(200) not null, \`select\` varchar(40),
  price decimal(10, 2) not null default 1.5, stock int not null default 7, worth decimal(10, 2) generated always as (price * stock) stored,
  created datetime(6) not null default current_timestamp(6), extra json, settings json not null default '{}',
  constraint item_code_key unique (\`co"de\`)
);
create table line (
  order_id int not null, position int not null, item_id int not null, note text, primary key (order_id, position),
  constraint line_item_fkey foreign key (item_id) references item (item_id)
);
create table link (\`left\` int not null, \`right\` int not null, primary key (\`left\`, \`right\`));
`;
