import { check } from "prettier";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMariadb } from "../../src/runtime/driver/open-mariadb.js";
import type { Executor } from "../../src/runtime/executor.js";
import { compileFolder, makeWorkFolder, removeWorkFolder } from "../support/compile-module.js";
import { loadMysqlScript } from "../support/load-mysql-script.js";
import { createMariadbDatabase, hasMariadbServer, type MariadbDatabase } from "../support/mariadb-database.js";
import { generateInto, type CallingDatabase, type GeneratedModule } from "./generated-module.js";

describe.runIf(hasMariadbServer())("routines of MariaDB", () => {
  let folder = "";
  let database: MariadbDatabase;
  let module: GeneratedModule;
  let executor: Executor;
  let db: CallingDatabase;

  beforeAll(async () => {
    folder = await makeWorkFolder("routines");
    database = await createMariadbDatabase();
    await loadMysqlScript(database.url, await readFile(join(import.meta.dirname, "mariadb-routines.sql"), "utf8"));
    module = await generateInto(folder, { engine: "mariadb", connection: database.url });
    executor = await openMariadb({ uri: database.url, connectionLimit: 2 });
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

  it("that are functions give values exactly", async () => {
    expect(await call("addNumbers", { a: 1, b: 2 })).toBe(3);
    expect(await call("addNumbers", { a: 1, b: null })).toBeNull();
    expect(await call("exact", { a: 18446744073709551615n, b: "0.0000000001" })).toBe(
      "18446744073709551615.0000000001",
    );
    expect(await call("isSet", { flag: true })).toBe(true);
    expect(await call("nowText")).toBe("now");
    expect(await call("totalOf", { customerId: 1 })).toBe("12.50");
    // MariaDB's JSON is text where no column's check says more.
    expect(await call("doc", { d: '{"a": 1}' })).toBe('{"a": 1, "b": 2}');
  });

  it("that are procedures give their outputs and the sets of their rows", async () => {
    expect(await call("tidy", { step: 1 })).toEqual({ resultSets: [] });
    expect(await call("bump", { counter: 9007199254740993n, step: 2 })).toEqual({
      counter: 9007199254740995n,
      beforeIt: 9007199254740993n,
      resultSets: [],
    });
    expect(await call("listAlbums", { maximum: "5" })).toEqual({
      counted: 2,
      resultSets: [[{ album_id: 2, title: "Two", price: null }], [{ n: 2, top: "9.90" }]],
    });
  });

  it("give outputs of every type as a column does", async () => {
    expect(await call("everything")).toEqual({
      i: -5,
      t: true,
      bu: 18446744073709551615n,
      d: "12345678901234567890.12345678901234567890",
      f: 0.1,
      g: 0.1,
      s: "é😀",
      c: "ab",
      dt: "2020-01-02",
      tm: "-10:11:12.345",
      ts: new Date("2020-01-02T03:04:05.678Z"),
      dtm: new Date("2020-01-02T03:04:05.678Z"),
      b: new Uint8Array([0, 255]),
      j: '{"a":[1]}',
      y: 2020,
      e: "b",
      n: null,
      k: true,
      k4: "0101",
      x: "long",
      st: "p,q",
      resultSets: [],
    });
  });

  it("hand on what is input and output as it is", async () => {
    const values = {
      i: -5,
      bu: 18446744073709551615n,
      d: "12345678901234567890.12345678901234567890",
      f: 0.1,
      s: "é😀\\'",
      ts: new Date("2020-01-02T03:04:05.678Z"),
      b: new Uint8Array([0, 39, 255]),
      j: '{"a":[1]}',
      t: false,
    };
    expect(await call("keepAll", values)).toEqual({ ...values, resultSets: [] });
    const nulls = Object.fromEntries(Object.keys(values).map((name) => [name, null]));
    expect(await call("keepAll", nulls)).toEqual({ ...nulls, resultSets: [] });
  });

  it("give the outputs of each call to that call", async () => {
    const counters = Array.from({ length: 12 }, (_, index) => BigInt(index));
    const results = await Promise.all(counters.map((counter) => call("bump", { counter, step: 1 })));
    expect(results).toMatchObject(counters.map((counter) => ({ counter: counter + 1n, beforeIt: counter })));
  });

  it("run in the transaction that they are called in", async () => {
    const run = db.transaction(async (tx) => {
      await tx.routines["putAlbum"]?.({ id: 11, title: "Eleven" });
      expect(await tx.routines["listAlbums"]?.({ maximum: "0" })).toMatchObject({ counted: 3 });
      throw new Error("enough");
    });
    await expect(run).rejects.toThrow("enough");
    expect(await call("listAlbums", { maximum: "0" })).toMatchObject({ counted: 2 });
  });

  it("fail with the errors of statements", async () => {
    await expect(call("putAlbum", { id: 1, title: "One" })).rejects.toMatchObject({ code: "uniqueViolation" });
    await expect(call("fails")).rejects.toMatchObject({ name: "QueryError" });
    await expect(call("tidy", {})).rejects.toThrow('the parameter "step" is undefined');
    expect(await call("tidy", { step: 1 })).toEqual({ resultSets: [] });
  });

  it("may be a function and a procedure of one name", async () => {
    expect(await call("addNumbersProcedure", { a: 4 })).toEqual({ resultSets: [[{ a: 4 }]] });
  });

  it("stand at db.routines, and a table of this name gives way", async () => {
    expect(Object.keys(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(db)))).toContain("routinesTable");
    expect(module.diagnostics).toContainEqual(
      expect.objectContaining({ code: "TW2002", subject: "main.routines", severity: "note" }),
    );
  });

  it("are printed as Prettier prints them", async () => {
    const text = module.texts.get("routines.ts") ?? "";
    expect(await check(text, { filepath: "routines.ts" })).toBe(true);
  });

  it.each(["5.9", "7"] as const)("compile under every strict setting with TypeScript %s", async (compiler) => {
    expect(await compileFolder(folder, { compiler })).toMatchObject({ output: "", code: 0 });
  });
});
