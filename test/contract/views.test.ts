import Database from "better-sqlite3";
import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { planFiles } from "../../src/emit/plan/plan-files.js";
import { toPlanOptions } from "../../src/emit/plan/plan-options.js";
import { renderFiles } from "../../src/emit/render/render-files.js";
import type { ConnectionTarget } from "../../src/introspect/inspector.js";
import { readDatabase } from "../../src/introspect/read-database.js";
import { applyViewRules, type ViewRule } from "../../src/introspect/view-rules.js";
import { compileFolder, makeWorkFolder, removeWorkFolder, runNode } from "../support/compile-module.js";
import { createPostgresDatabase, type PostgresDatabase } from "../support/postgres-database.js";

const folders: string[] = [];
const databases: PostgresDatabase[] = [];
const roles: { readonly role: string; readonly database: PostgresDatabase }[] = [];

afterAll(async () => {
  for (const { role, database } of roles) await database.run(`drop owned by ${role}; drop role ${role}`);
  await Promise.all(databases.map((database) => database.drop()));
  await Promise.all(folders.map(removeWorkFolder));
});

describe("the generated module of a database with views", () => {
  it("finds and writes rows through those of PostgreSQL", async () => {
    const database = await createPostgresDatabase({ script: postgresScript });
    databases.push(database);
    const target: ConnectionTarget = { engine: "postgresql", connection: database.url };
    const rules = [{ view: "totals", key: ["day"], notNull: ["amount"] }];
    const lines = await runProject(target, { rules, options: { connectionString: database.url }, program: postgres });
    expect(lines).toEqual([
      '{"id":1,"title":"a","price":null,"label":"a (1)"}',
      '{"id":1,"title":"b","price":"2.50","label":"b (1)"}',
      "undefined",
      '{"id":2,"title":"up","price":null,"label":"up (2)"}',
      '{"id":2,"title":"again","price":null,"label":"again (2)"}',
      "1",
      "true",
      '[{"day":"2020-01-01","amount":"7"}]',
      '{"day":"2020-01-01","amount":"7"}',
      '["update,updateMany"]',
    ]);
  });

  it("finds and writes rows through those of SQLite, by triggers", async () => {
    const folder = await makeWorkFolder("views-file");
    folders.push(folder);
    const file = join(folder, "views.db");
    const sqlite = new Database(file);
    sqlite.exec(sqliteScript);
    sqlite.close();
    const target: ConnectionTarget = { engine: "sqlite", connection: { file } };
    expect(await runProject(target, { rules: [], options: { file }, program: sqliteProgram })).toEqual([
      '{"id":5,"title":"a"}',
      '{"id":5,"title":"b"}',
      "1",
      '[{"id":5,"title":"c"}]',
      "true",
      "0",
    ]);
  });

  it("has what a role of PostgreSQL may do, where privileges are respected", async () => {
    const role = `views_${randomBytes(6).toString("hex")}`;
    const database = await createPostgresDatabase({ script: privilegeScript(role) });
    databases.push(database);
    roles.push({ role, database });
    const url = new URL(database.url);
    [url.username, url.password] = [role, "secret"];
    const options = { connectionString: url.href };
    const target: ConnectionTarget = { engine: "postgresql", connection: url.href };
    expect(await runProject(target, { rules: [], options, program: privileges, respectPrivileges: true })).toEqual([
      '[{"id":1,"name":"n"}]',
      '{"id":1,"name":"m"}',
      "insert,insertMany",
      "2",
      "read only",
      "[]",
    ]);
  });
});

interface Project {
  readonly rules: readonly ViewRule[];
  readonly options: Readonly<Record<string, string>>;
  readonly program: string;
  readonly respectPrivileges?: boolean;
}

/** Compiles a program against the module with both compilers, and gives the lines that it prints. */
async function runProject(target: ConnectionTarget, project: Project): Promise<readonly string[]> {
  const folder = await makeWorkFolder("views");
  folders.push(folder);
  const { model } = await readDatabase(target, { schemas: null, include: [], exclude: [] });
  const options = toPlanOptions({ name: "shop", respectPrivileges: project.respectPrivileges ?? false });
  const plan = planFiles(applyViewRules(model, project.rules), options);
  for (const { path, text } of await renderFiles(plan, { templates: null })) {
    await mkdir(dirname(join(folder, "shop", path)), { recursive: true });
    await writeFile(join(folder, "shop", path), text);
  }
  await writeFile(join(folder, "main.ts"), toMain(project));
  expect(await compileFolder(folder, { compiler: "7" })).toMatchObject({ output: "", code: 0 });
  expect(await compileFolder(folder, { compiler: "5.9", emit: true })).toMatchObject({ output: "", code: 0 });
  const { code, output, errors } = await runNode([join(folder, "js/main.js")], folder);
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  return output.trimEnd().split("\n");
}

function toMain({ options, program }: Project): string {
  return `import { connect } from "./shop/index.js";
await using db = await connect(${JSON.stringify(options)});
const print = (value: unknown): void => console.log(typeof value === "string" ? value : String(JSON.stringify(value)));
const writes = (repository: object): string =>
  ["insert", "insertMany", "upsert", "update", "updateMany", "delete", "deleteMany"].filter((name) => name in repository).join();
${program}`;
}

const postgresScript = `
  create table item (
    id integer generated always as identity primary key, title text not null, price numeric(8, 2),
    label text generated always as (title || '!') stored
  );
  create view offer as select id, title, price, title || ' (' || id || ')' as label from item;
  create table sale (at timestamp not null, amount numeric not null);
  insert into sale values ('2020-01-01 10:00', 3), ('2020-01-01 11:00', 4);
  create view totals as select at::date::text as day, sum(amount) as amount from sale group by 1;
  create view changing as select id, count(*) over () as n from item;
  create function nothing() returns trigger language plpgsql as 'begin return new; end';
  create trigger standing_in instead of update on changing for each row execute function nothing();
`;

const postgres = `
const made = await db.offers.insert({ title: "a" });
print(made);
print(await db.offers.update(made.id, { title: "b", price: "2.50" }));
print((await db.offers.find(9)) === undefined ? "undefined" : "found");
const second = await db.offers.insertMany([{ title: "up" }]);
print(second[0]);
await db.offers.updateMany({ where: { id: 2 }, set: { title: "again" } });
print(await db.offers.get(2));
print(await db.offers.deleteMany({ where: { id: 1 } }));
print(await db.offers.delete(2));
// @ts-expect-error -- what is computed cannot be written
const bad: Parameters<typeof db.offers.insert>[0] = { title: "a", label: "x" };
void bad;
const totals = await db.totals.findMany();
const amount: string | undefined = totals[0]?.amount;
void amount;
print(totals);
print(await db.totals.get("2020-01-01"));
// @ts-expect-error -- it groups rows
void db.totals.insert;
print([writes(db.changings)]);
`;

const sqliteScript = `
  create table item (id integer primary key, title text not null);
  create view offer as select id, title from item;
  create trigger offer_i instead of insert on offer begin insert into item values (new.id, new.title); end;
  create trigger offer_u instead of update on offer begin update item set title = new.title where id = old.id; end;
  create trigger offer_d instead of delete on offer begin delete from item where id = old.id; end;
`;

const sqliteProgram = `
print(await db.offers.insert({ id: 5, title: "a" }));
print(await db.offers.update(5, { title: "b" }));
print(await db.offers.updateMany({ where: { title: "b" }, set: { title: "c" } }));
print(await db.offers.findMany());
print(await db.offers.delete(5));
print(await db.offers.count());
void writes;
// @ts-expect-error -- a trigger is given what is written, and no default stands in
const bad: Parameters<typeof db.offers.insert>[0] = { title: "a" };
void bad;
`;

function privilegeScript(role: string): string {
  return `
    create role ${role} login password 'secret';
    create table person (id integer primary key, name text, secret text, boss integer references person);
    insert into person values (1, 'n', 's', null);
    grant select (id, name), update (name) on person to ${role};
    create table log (id integer generated always as identity primary key, person integer references person, text text not null);
    grant insert (person, text) on log to ${role};
    create table shown (id integer primary key, person integer references person);
    grant select on shown to ${role};
    create table closed (id integer primary key);
  `;
}

const privileges = `
print(await db.people.findMany());
print(await db.people.update(1, { name: "m" }));
await db.logs.insert({ person: 1, text: "x" });
print(writes(db.logs));
print(await db.logs.insertMany([{ text: "y" }, { text: "z" }]));
print(writes(db.showns) === "" ? "read only" : writes(db.showns));
print(await db.showns.findMany({ include: { person: true } }));
// @ts-expect-error -- it may not be read
void db.people.insert;
// @ts-expect-error -- nothing may be done with it
void db.closeds;
// @ts-expect-error -- the column may not be read
const where: Parameters<typeof db.people.findMany>[0] = { where: { secret: "s" } };
void where;
`;
