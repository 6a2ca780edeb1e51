import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileFolder, makeWorkFolder, removeWorkFolder } from "../support/compile-module.js";
import { createMariadbDatabase, type MariadbDatabase } from "../support/mariadb-database.js";
import { runInProcess } from "../support/run-cli.js";

let folder: string;
let database: MariadbDatabase;
beforeAll(async () => {
  folder = await makeWorkFolder("mysql-types");
  database = await createMariadbDatabase({ script });
});
afterAll(async () => {
  await database.drop();
  await removeWorkFolder(folder);
});

test("MariaDB's own types give a module that compiles, in tables and in views", async () => {
  const args = ["generate", "--url", database.url, "--out", "out", "--name", "zoo"];
  expect(await runInProcess(args, { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
  expect(await compileFolder(folder, { compiler: "7" })).toMatchObject({ output: "", code: 0 });
  const table = await readFile(join(folder, "out/tables/animal.ts"), "utf8");
  const declared = /export class Animal \{(.*?)constructor/s.exec(table)?.[1] ?? "";
  expect(declared.replace(/\/\*\*.*?\*\//gs, "").match(/\w+: .*;/g)).toEqual([
    "animalId: bigint;",
    "kind: AnimalKind;",
    "traits: AnimalTraits[];",
    "tame: boolean;",
    "alive: boolean;",
    "mask: string;",
    "born: number | null;",
    "place: string | null;",
    "weight: string;",
    "notes: JsonValue | null;",
    "seen: Date;",
  ]);
  expect(table).toContain('export type AnimalTraits = "wild" | "big";');
  const view = await readFile(join(folder, "out/views/animal-list.ts"), "utf8");
  expect(view).toMatch(/export type AnimalListKind =\s+\|? ?"cat"/);
  expect(view).toContain("traits: AnimalListTraits[];");
});

const script = `
create table animal (
  animal_id bigint unsigned auto_increment primary key, kind enum('cat', 'd''og') not null, traits set('wild', 'big') not null,
  tame boolean not null, alive bit not null, mask bit(12) not null, born year, place point, weight decimal(8, 3) not null, notes json,
  seen timestamp not null default current_timestamp
);
create view animal_list as select animal_id, kind, traits, mask, born, place from animal;
`;
