import { expect, test } from "vitest";
import { parseModel, printModel } from "../../../src/model/model-json.js";
import { normalizeModel } from "../../../src/model/normalize-model.js";
import { readSqlite } from "./read-sqlite.js";

const names = [
  "",
  " ",
  "a b",
  'a"b',
  "a'b",
  "a`b",
  "[a]",
  "a]b",
  "a.b",
  "a;b",
  "--",
  "/* x */",
  "*/",
  "${x}",
  "{{x}}",
  "../../etc/passwd",
  "__proto__",
  "constructor",
  "toString",
  "select",
  "CHECK",
  "constraint",
  "1",
  "ä",
  "Ä",
  "名前",
  "🦊",
  "e\u0301",
  "a\nb",
  "a\tb",
  "\u2028",
  "x".repeat(500),
  "%s",
  "\\",
  "\\u0041",
  "?1",
  ":a",
  "nul",
  "null",
];

test("names of any characters are read as they are, of everything that has one", async () => {
  const statements = names.map((name, place) => {
    const q = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const id = (suffix: string): string => q(`${name}${suffix}`);
    return `
      create table ${id("")} (
        ${id("")} integer not null constraint ${id(" k")} check (${id("")} in (1, 2)) collate nocase,
        ${id("2")} text default ${`'${name.replaceAll("'", "''")}'`} references ${id("")} (${id("2")}),
        g${place} text as (${id("2")} || ')') stored,
        constraint ${id(" pk")} primary key (${id("2")}),
        constraint ${id(" u")} unique (${id("")}, ${id("2")})
      );
      create index ${id(" i")} on ${id("")} (${id("")} desc, upper(${id("2")})) where ${id("")} > 0;
      create view ${id(" v")} as select ${id("")} as ${id("")}, count(${id("2")}) as ${id(" n")} from ${id("")} group by 1;
      create trigger ${id(" t")} before delete on ${id("")} begin select 1; end;`;
  });
  const { model, diagnostics } = await readSqlite(statements.join("\n"));
  expect(diagnostics).toEqual([]);
  expect(model.tables.map((table) => table.name).sort()).toEqual([...names].sort());
  for (const table of model.tables) {
    const { name } = table;
    expect(table.columns.map((column) => column.name).slice(0, 2)).toEqual([name, `${name}2`]);
    expect(table.columns.map((column) => column.generated?.kind ?? null)).toEqual([null, null, "stored"]);
    expect(table.columns[0]?.collation).toBe("nocase");
    expect(table.columns[1]?.default).toEqual({ kind: "literal", value: name });
    expect(table.primaryKey).toMatchObject({ name: `${name} pk`, columns: [`${name}2`] });
    expect(table.uniqueKeys).toMatchObject([{ name: `${name} u`, columns: [name, `${name}2`] }]);
    expect(table.foreignKeys).toMatchObject([{ references: { name, columns: [`${name}2`] } }]);
    expect(table.checks).toMatchObject([
      { name: `${name} k`, oneOf: { column: name, values: ["1", "2"], numeric: true } },
    ]);
    const index = table.indexes.find((candidate) => candidate.name === `${name} i`);
    expect(index?.parts.map((part) => part.column ?? part.expression)).toEqual([
      name,
      `upper("${`${name}2`.replaceAll('"', '""')}")`,
    ]);
    expect(table.triggers).toMatchObject([{ name: `${name} t`, timing: "before", events: ["delete"] }]);
    const view = model.views.find((candidate) => candidate.name === `${name} v`);
    expect(view?.columns.map((column) => [column.name, column.type.kind, column.nullable])).toEqual([
      [name, "integer", false],
      [`${name} n`, "integer", false],
    ]);
  }
  const normal = normalizeModel(model);
  expect(parseModel(printModel(normal))).toEqual(normal);
});

test("names that differ only in the letter case of other alphabets are two names", async () => {
  const { model } = await readSqlite('create table "Ä" (a int); create table "ä" (a int references "Ä" (a))');
  expect(model.tables.map((table) => table.name)).toEqual(["Ä", "ä"]);
  expect(model.tables[1]?.foreignKeys[0]?.references.name).toBe("Ä");
});
