import Database from "better-sqlite3";
import { join } from "node:path";
import { makeWorkFolder, removeWorkFolder } from "../support/compile-module.js";
import { createMariadbDatabase } from "../support/mariadb-database.js";
import { createPostgresDatabase } from "../support/postgres-database.js";
import { runInProcess } from "../support/run-cli.js";

export interface Team {
  readonly teamId: number;
  readonly name: string;
  readonly rank: number | null;
}

export interface Person {
  readonly personId: number;
  readonly name: string | null;
  readonly age: number | null;
  readonly score: number | null;
  readonly active: boolean | null;
  readonly born: Date | null;
  readonly pay: string | null;
  readonly teamId: number | null;
  readonly bossId: number | null;
}

/** What the property tests call of a generated repository, without its types: the filters are made at random. */
export interface AnyRepository<Row> {
  findMany(query: { readonly where?: object; readonly orderBy?: object }): Promise<Row[]>;
  count(query: { readonly where: object }): Promise<number>;
  page(query: {
    readonly size: number;
    readonly where?: object;
    readonly orderBy?: readonly object[];
    readonly after?: string | undefined;
  }): Promise<{ readonly items: Row[]; readonly next: string | undefined }>;
  insertMany(rows: readonly Row[]): Promise<Row[]>;
}

export interface PeopleDatabase {
  readonly teams: AnyRepository<Team>;
  readonly people: AnyRepository<Person>;
  close(): Promise<void>;
}

export const engines = ["sqlite", "postgresql", "mariadb"] as const;
export type Engine = (typeof engines)[number];

export interface OpenPeople {
  readonly db: PeopleDatabase;
  readonly drop: () => Promise<void>;
}

/** Generates the module of a small database on an engine, fills it and opens it. */
export async function openPeople(engine: Engine): Promise<OpenPeople> {
  const folder = await makeWorkFolder(`property-${engine}`);
  const made = await makers[engine](join(folder, "people.db"));
  const result = await runInProcess(["generate", "--url", made.url, "--out", "people", "--name", "people"], {
    cwd: folder,
  });
  if (result.code !== 0) throw new Error(result.stderr);
  const module = (await import(join(folder, "people/index.ts"))) as {
    readonly connect: (options: object) => Promise<PeopleDatabase>;
  };
  const db = await module.connect(made.options);
  await db.teams.insertMany(teams);
  await db.people.insertMany(people);
  const drop = async (): Promise<void> => {
    await db.close();
    await made.drop();
    await removeWorkFolder(folder);
  };
  return { db, drop };
}

const names = ["ann", "bob", "b%b", "b_b", "c\\d", "", "Ann", "annabel", "zoë", "o'neil", "x😀y"];

export const teams: readonly Team[] = [1, 2, 3, 4].map((teamId) => ({
  teamId,
  name: `team${teamId % 3}`,
  rank: teamId === 2 ? null : teamId,
}));

/** Made by a fixed rule, with ties and nulls in every column that takes them. */
export const people: readonly Person[] = Array.from({ length: 48 }, (_, index) => ({
  personId: index + 1,
  name: orNull(index, 7, names[index % names.length] ?? ""),
  age: orNull(index, 5, ((index * 7) % 9) - 2),
  score: orNull(index, 11, [0.1, -0.5, 1e300, 2.5, 0, 1e-7][index % 6] ?? 0),
  active: orNull(index, 4, index % 3 === 0),
  born: orNull(index, 6, new Date(Date.UTC(1960 + (index % 10) * 9, index % 12, 1, 0, 0, 0, (index % 2) * 250))),
  pay: orNull(index, 8, ["0.00", "-1.10", "99.99", "100.00", "12345678.90"][index % 5] ?? "0.00"),
  teamId: orNull(index, 9, (index % 4) + 1),
  bossId: index < 4 ? null : orNull(index, 10, (index % 4) + 1),
}));

function orNull<T>(index: number, period: number, value: T): T | null {
  return index % period === period - 1 ? null : value;
}

interface Made {
  readonly url: string;
  readonly options: object;
  readonly drop: () => Promise<void>;
}

function makeSqlite(file: string): Made {
  const database = new Database(file);
  database.exec(schema("datetime", "real"));
  database.close();
  return { url: `sqlite:${file}`, options: { file }, drop: () => Promise.resolve() };
}

async function makePostgresql(): Promise<Made> {
  const database = await createPostgresDatabase({ script: schema("timestamptz", "double precision") });
  return { url: database.url, options: { connectionString: database.url }, drop: () => database.drop() };
}

async function makeMariadb(): Promise<Made> {
  // Texts are told apart by their code points, as in memory.
  const collation = "alter database default character set utf8mb4 collate utf8mb4_nopad_bin;";
  const database = await createMariadbDatabase({ script: collation + schema("datetime(3)", "double") });
  return { url: database.url, options: { uri: database.url }, drop: () => database.drop() };
}

const makers: Readonly<Record<Engine, (file: string) => Made | Promise<Made>>> = {
  sqlite: makeSqlite,
  postgresql: makePostgresql,
  mariadb: makeMariadb,
};

function schema(timestamp: string, float: string): string {
  return `
    create table team (team_id integer not null primary key, name varchar(20) not null, rank integer);
    create table person (
      person_id integer not null primary key, name varchar(20), age integer, score ${float}, active boolean, born ${timestamp}, pay numeric(10, 2),
      team_id integer references team (team_id), boss_id integer references person (person_id)
    );`;
}
