import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { check } from "prettier";
import { openPostgresql } from "../../src/runtime/driver/open-postgresql.js";
import type { Executor } from "../../src/runtime/executor.js";
import { compileFolder, makeWorkFolder, removeWorkFolder } from "../support/compile-module.js";
import { createPostgresDatabase, hasPostgresServer, type PostgresDatabase } from "../support/postgres-database.js";
import { generateInto, type CallingDatabase, type GeneratedModule } from "./generated-module.js";

const versions = (["18", "12"] as const).filter(hasPostgresServer);

describe.each(versions)("routines of PostgreSQL %s", (version) => {
  let folder = "";
  let database: PostgresDatabase;
  let module: GeneratedModule;
  let executor: Executor;
  let db: CallingDatabase;

  beforeAll(async () => {
    folder = await makeWorkFolder("routines");
    const script = await readFile(join(import.meta.dirname, "routines.sql"), "utf8");
    database = await createPostgresDatabase({ script, version });
    module = await generateInto(folder, { engine: "postgresql", connection: database.url });
    executor = await openPostgresql({ connectionString: database.url, max: 2 });
    db = await module.on(executor);
  });

  afterAll(async () => {
    await executor.close();
    await database.drop();
    await removeWorkFolder(folder);
  });

  const call = (name: string, parameters?: object, options?: object): Promise<unknown> => {
    const method = db.routines[name];
    if (method === undefined) throw new Error(`no method ${name}`);
    return method.call(db.routines, parameters, options);
  };

  it("take parameters by name, and leave out those that have defaults", async () => {
    expect(await call("addNumbers", { a: 1 })).toBe(111);
    expect(await call("addNumbers", { a: 1, c: 5 })).toBe(16);
    expect(await call("addNumbers", { a: 1, b: undefined, c: 5 })).toBe(16);
    expect(await call("addNumbers", { a: null })).toBeNull();
  });

  it("take none, too", async () => {
    expect(await call("nowText")).toBe("now");
    expect(await call("nowText", {})).toBe("now");
  });

  it("take parameters without names by their places", async () => {
    expect(await call("unnamed", { arg1: 1 })).toBe("1x3");
    expect(await call("unnamed", { arg1: 1, arg2: "-" })).toBe("1-3");
    expect(await call("unnamed", { arg1: 1, z: 5 })).toBe("1x5");
  });

  it("take any number of values as a list", async () => {
    expect(await call("sumAll", { items: [1, 2, 3] })).toBe(6n);
    expect(await call("sumAll", { items: [] })).toBeNull();
    expect(await call("joinAll", { separator: "-" })).toBe("");
    expect(await call("joinAll", { separator: "-", items: ["a", "b"] })).toBe("a-b");
  });

  it("give values exactly", async () => {
    expect(await call("big", { a: 9007199254740993n, b: "0.000000000000000000000001" })).toBe(
      "9007199254740993.000000000000000000000001",
    );
    expect(await call("nextMood", { m: "sad" })).toBe("ok");
    expect(await call("doubleIt", { value: 4 })).toBe(8);
  });

  it("give every type as a column does", async () => {
    const values = {
      b: true,
      d: "2020-01-02",
      ts: new Date("2020-01-02T03:04:05.678Z"),
      by: new Uint8Array([0, 255]),
      j: { a: [1, null] },
      u: "00000000-0000-0000-0000-00000000000a",
      f: 0.1,
      i: "P1DT2H",
      r: { lower: 1, upper: 5, bounds: "[)" },
      x: "10.0.0.1",
    };
    const nulls = Object.fromEntries(Object.keys(values).map((name) => [name, null]));
    expect(await call("echoAll", nulls)).toEqual([nulls]);
    const [row] = (await call("echoAll", { ...values, r: null })) as readonly object[];
    expect(row).toEqual({ ...values, r: null });
  });

  it("give sets of values", async () => {
    expect(await call("someNumbers", { n: 3 })).toEqual([1, null, 3]);
    expect(await call("moods", { many: ["ok", "sad"] })).toEqual(["ok", "sad"]);
    expect(await call("titles")).toEqual(["One", "Two", "Three"]);
  });

  it("give rows of columns that they declare", async () => {
    expect(await call("cheap")).toEqual([{ title: "Three", price: "3.00", at: new Date("2021-01-01Z") }]);
    expect(await call("cheap", { maximum: "100" })).toHaveLength(2);
    expect(await call("splitName", { whole: "Ada Lovelace" })).toEqual({ firstPart: "Ada", lastPart: "Lovelace" });
    expect(await call("splitName", { whole: "Ada" })).toEqual({ firstPart: "Ada", lastPart: null });
  });

  it("give rows of a table as its entities", async () => {
    const albums = (await call("allAlbums")) as readonly object[];
    expect(albums.map(({ constructor }) => constructor.name)).toEqual(["Album", "Album", "Album"]);
    expect(albums[0]).toMatchObject({ albumId: 1, title: "One", price: "9.90" });
    expect(await call("findAlbum", { id: 2 })).toMatchObject({ title: "Two", price: null });
    expect(await call("findAlbum", { id: 9 })).toBeNull();
  });

  it("refuse a row that the table could not hold", async () => {
    await expect(call("brokenAlbum")).rejects.toMatchObject({
      code: "codec",
      table: "public.broken_album",
      property: "title",
    });
  });

  it("take and give composites", async () => {
    expect(await call("anAddress", { street: "Main" })).toEqual({ street: "Main", zip: 7 });
    expect(await call("zipOf", { a: { street: null, zip: 3 } })).toBe(3);
    expect(await call("addresses")).toEqual([
      { street: "a", zip: 1 },
      { street: null, zip: 2 },
    ]);
  });

  it("give records that the catalog does not know as texts, every digit kept", async () => {
    expect(await call("loose")).toEqual([{ big: "9007199254740993", word: "x", day: null }]);
    expect(await call("looseSql")).toEqual({ one: "1", why: "y" });
  });

  it("cut nothing off, and leave nothing out", async () => {
    expect(await call("shorten", { t: "abc" })).toBe("abc");
    await expect(call("shorten", { t: "abcd" })).rejects.toThrow("a text is too long");
    expect(await call("padded", { t: "long", b: "101" })).toBe("long|101");
    expect(await call("nothingAtAll", { x: 1 })).toBeUndefined();
  });

  it("that are procedures are called", async () => {
    expect(await call("putAlbum", { id: 10, title: "Ten" })).toBeUndefined();
    expect(await call("findAlbum", { id: 10 })).toMatchObject({ title: "Ten", price: null });
    expect(await call("bump", { counter: 9007199254740993n })).toEqual({ counter: 9007199254740994n });
    expect(await call("bump", { counter: 1n, step: 5n })).toEqual({ counter: 6n });
  });

  it("run in the transaction that they are called in", async () => {
    const run = db.transaction(async (tx) => {
      await tx.routines["putAlbum"]?.({ id: 11, title: "Eleven" });
      expect(await tx.routines["findAlbum"]?.({ id: 11 })).not.toBeNull();
      throw new Error("enough");
    });
    await expect(run).rejects.toThrow("enough");
    expect(await call("findAlbum", { id: 11 })).toBeNull();
  });

  it("can be bounded", async () => {
    await expect(call("sleepy", { s: 5 }, { timeoutMs: 50 })).rejects.toMatchObject({ code: "queryTimeout" });
  });

  it("of one name are told apart by what they are given", async () => {
    expect(await call("area", { side: 3 })).toBe(9);
    expect(await call("area", { side: "3" })).toBe("3²");
    expect(await call("area", { width: 2, height: 3 })).toBe(6);
    expect(await call("area", { shape: "ok" })).toEqual([1, 2]);
  });

  it("of one name are told apart by their signature where values are not enough", async () => {
    expect(await call("area", { side: "1.5" }, { overload: "numeric" })).toBe("2.25");
    expect(await call("area", { side: "2020-01-01" }, { overload: "date" })).toEqual([{ a: "date", b: "2020-01-01" }]);
    await expect(call("area", { side: 1 }, { overload: "money" })).rejects.toThrow("there is no overload (money)");
    await expect(call("area", { side: true })).rejects.toThrow("no overload takes these values");
    await expect(call("area", { side: 1.5 })).rejects.toMatchObject({ code: "codec" });
  });

  it("refuse what they have no parameter for, and miss what they need", async () => {
    await expect(call("addNumbers", { a: 1, d: 2 })).rejects.toThrow(
      'public.add_numbers: calling it: it has no parameter "d"',
    );
    await expect(call("addNumbers", {})).rejects.toThrow('the parameter "a" is undefined: give null for NULL');
    await expect(call("addNumbers", { a: "1" })).rejects.toMatchObject({ code: "codec", property: "a" });
    await expect(call("fails")).rejects.toMatchObject({ code: "queryFailed" });
  });

  it("of other schemas stand with their tables", async () => {
    const { sales } = db as unknown as { readonly sales: CallingDatabase };
    expect(await sales.routines["totalOf"]?.({ customerId: 1 })).toBe("12.50");
    expect(await sales.routines["allOf"]?.()).toEqual([]);
    expect(module.diagnostics).toContainEqual(
      expect.objectContaining({ code: "TW2002", subject: "sales.routine", severity: "note" }),
    );
  });

  it("that only the server can call have no method", () => {
    const text = module.texts.get("routines.ts") ?? "";
    expect(text).not.toMatch(/onChange|firstOf|looser|\btotal\(/);
    expect(module.diagnostics.filter(({ code }) => code === "TW1021").map(({ subject }) => subject)).toEqual([
      "public.first_of(anyelement, anyelement)",
      "public.looser()",
    ]);
  });

  it("are printed as Prettier prints them", async () => {
    const texts = [...module.texts].filter(([path]) => path.endsWith(".ts"));
    const checked = await Promise.all(texts.map(async ([path, text]) => [path, await check(text, { filepath: path })]));
    expect(checked.filter(([, canonical]) => canonical !== true)).toEqual([]);
  });

  it.runIf(version === "18").each(["5.9", "7"] as const)(
    "compile under every strict setting with TypeScript %s",
    async (compiler) => {
      expect(await compileFolder(folder, { compiler })).toMatchObject({ output: "", code: 0 });
    },
  );
});
