import Database from "better-sqlite3";
import fc from "fast-check";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileFolder, makeWorkFolder, removeWorkFolder } from "../support/compile-module.js";
import { createMariadbDatabase } from "../support/mariadb-database.js";
import { createPostgresDatabase } from "../support/postgres-database.js";
import { runInProcess } from "../support/run-cli.js";
import { engines, type Engine } from "./people.js";

/** Names that have meant something else to some generator: code, paths, prototypes, members, keywords, files of Windows, marks that cannot be seen. */
const nasty = [
  ...[
    '"',
    "'",
    "`",
    "\\",
    "*/",
    "/*",
    "//",
    "${x}",
    "`${process.exit(1)}`",
    '"); process.exit(1); ("',
    "{{name}}",
    "<script>",
    "%s",
    "$1",
    "?",
  ],
  ...[
    "../evil",
    "..",
    ".",
    "/etc/passwd",
    "a/b",
    "C:\\x",
    "con",
    "nul.ts",
    "index",
    "schema.json",
    ".tablewright.json",
    "tables",
    "enums",
    "types",
  ],
  ...[
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "toJSON",
    "then",
    "hasOwnProperty",
    "valueOf",
    "and",
    "or",
    "not",
    "sql",
    "close",
  ],
  ...[
    "class",
    "await",
    "default",
    "enum",
    "interface",
    "type",
    "of",
    "async",
    "let",
    "null",
    "undefined",
    "NaN",
    "arguments",
    "eval",
    "import",
  ],
  ...[
    "transaction",
    "executor",
    "onQuery",
    "find",
    "insert",
    "Date",
    "Promise",
    "Row",
    "Database",
    "Repository",
    "text",
    "int32",
    "connect",
  ],
  ...[
    "1st",
    "42",
    " ",
    "  lead",
    "trail ",
    "new\nline",
    "tab\t",
    "\r\n",
    "we ird",
    "a-b",
    "a.b",
    "a b",
    "A B",
    "select",
    "order",
    "table",
    "group",
  ],
  ...[
    "naïve",
    "日本語",
    "имя",
    "😀",
    "👩‍👩‍👧",
    "\u202Eevil",
    "\u200B",
    "\u00A0",
    "\u2028",
    "ﬁ",
    "İ",
    "ß",
    "ı",
    "é",
    "e\u0301",
    "x".repeat(63),
  ],
  ...[
    "album",
    "albums",
    "Album",
    "ALBUM",
    "album_key",
    "albumTable",
    "AlbumWhere",
    "_",
    "__",
    "$",
    "#hash",
    "@at",
    "*",
    "[x]",
    "(y)",
    ";",
    ",",
    "--",
  ],
];

const anyName = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(..."\"'`\\*/.{}$\n\t -_aA1"),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 20,
  })
  .map((name) => name.toWellFormed().replaceAll("\0", ""))
  .filter((name) => name !== "" && Buffer.byteLength(name) <= 63 && !/^(sqlite_|pg_)/i.test(name));

describe.each(engines)("hostile names, on %s", (engine) => {
  it("of every kind that was ever trouble give a module that compiles, works and stays in its folder", async () => {
    await tryNames(engine, nasty);
  });

  it("made at random do so too", async () => {
    const names = fc.uniqueArray(anyName, { minLength: 30, maxLength: 30, selector: (name) => name.toLowerCase() });
    await fc.assert(
      fc.asyncProperty(names, (list) => tryNames(engine, list)),
      { numRuns: 3, endOnFailure: true },
    );
  });
});

/** A table of each name, with columns, a unique key and a check of the others' names; then a row goes in and comes out of each. */
async function tryNames(engine: Engine, given: readonly string[]): Promise<void> {
  const names = takenBy[engine](given);
  const folder = await makeWorkFolder("hostile");
  const database = await makeDatabase(engine, { file: join(folder, "hostile.db"), script: toScript(engine, names) });
  try {
    const args = ["generate", "--url", database.url, "--out", "out/hostile", `--name=${names[0] ?? ""}`];
    expect(await runInProcess(args, { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
    expect((await readdir(folder)).filter((name) => !name.startsWith("hostile.db"))).toEqual(["out"]);
    expect(await readdir(join(folder, "out"))).toEqual(["hostile"]);
    expect(await compileFolder(folder, { compiler: "7" })).toMatchObject({ output: "", code: 0 });
    await writeAndRead(join(folder, "out/hostile/index.ts"), database.options, names);
  } finally {
    await database.drop();
    await removeWorkFolder(folder);
  }
}

/** The names that an engine takes for a table, and for a column, and takes for different. */
const takenBy: Readonly<Record<Engine, (names: readonly string[]) => readonly string[]>> = {
  sqlite: uniqueFolded,
  postgresql: (names) => names,
  mariadb: uniqueMariadbNames,
};

/** MariaDB passes over case and accents in the names of columns; names hold no character beyond the basic plane and no space at the end. */
function uniqueMariadbNames(names: readonly string[]): readonly string[] {
  const taken = names.filter((name) => /^[\u0001-\ud7ff\ue000-\uffff]{0,63}[^\s\ud800-\udfff]$/.test(name));
  const fold = new Intl.Collator("en", { sensitivity: "base", ignorePunctuation: false });
  return taken.filter((name, index) => taken.findIndex((other) => fold.compare(name, other) === 0) === index);
}

/** SQLite takes names that differ in the case of ASCII letters for one. */
function uniqueFolded(names: readonly string[]): readonly string[] {
  const seen = new Map(names.map((name) => [name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()), name]));
  return [...seen.values()];
}

function toScript(engine: Engine, names: readonly string[]): string {
  const mark = engine === "mariadb" ? "`" : '"';
  const quote = (name: string): string => mark + name.replaceAll(mark, mark + mark) + mark;
  // MariaDB's text cannot be unique as a whole.
  const text = engine === "mariadb" ? "varchar(100)" : "text";
  const tables = names.map((name, index) => {
    const columns = [0, 1, 2, 3, 4].map((offset) => names[(index + offset * 7) % names.length] ?? "");
    const unique = [...new Set(columns)].map(quote);
    const [first = "", second = first] = unique;
    const lines = unique.map((column, at) => `${column} ${at === 0 ? "integer not null primary key" : text}`);
    return `create table ${quote(name)} (${[...lines, `constraint ${quote(`c${index}${name}`.slice(0, 30))} unique (${second})`].join(", ")});`;
  });
  return tables.join("\n");
}

async function makeDatabase(
  engine: Engine,
  { file, script }: { readonly file: string; readonly script: string },
): Promise<{ readonly url: string; readonly options: object; readonly drop: () => Promise<void> }> {
  if (engine === "postgresql") {
    const database = await createPostgresDatabase({ script });
    return { url: database.url, options: { connectionString: database.url }, drop: () => database.drop() };
  }
  if (engine === "mariadb") {
    const database = await createMariadbDatabase({ script });
    return { url: database.url, options: { uri: database.url }, drop: () => database.drop() };
  }
  const database = new Database(file);
  database.exec(script);
  database.close();
  return { url: `sqlite:${file}`, options: { file }, drop: () => Promise.resolve() };
}

interface HostileModule {
  readonly connect: (options: object) => Promise<{ close(): Promise<void> }>;
  readonly [name: string]: unknown;
}

interface HostileRepository {
  readonly table: { readonly name: string; readonly columns: Readonly<Record<string, unknown>> };
  insert(row: object): Promise<object>;
  find(key: number): Promise<object | undefined>;
}

async function writeAndRead(index: string, options: object, names: readonly string[]): Promise<void> {
  const module = (await import(index)) as HostileModule;
  const db = await module.connect(options);
  try {
    const members = Object.getOwnPropertyNames(Object.getPrototypeOf(db) as object).filter(
      (name) => name !== "constructor",
    );
    const repositories = members.map((name) => Reflect.get(db, name) as HostileRepository);
    expect(repositories.map(({ table }) => table.name).sort()).toEqual([...names].sort());
    for (const repository of repositories) {
      const properties = Object.keys(repository.table.columns);
      const row = Object.fromEntries(properties.map((property, at) => [property, at === 0 ? 7 : `value ${at}`]));
      expect({ ...(await repository.insert(row)) }).toEqual(row);
      expect({ ...(await repository.find(7)) }).toEqual(row);
    }
  } finally {
    await db.close();
  }
}
