import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ReadRepository } from "../../../src/runtime/read/read-repository.js";
import { engines, openLibrary, type Library } from "./library.js";

describe.each(engines)("options of calls on %s", (engine) => {
  let library: Library;
  beforeAll(async () => void (library = await openLibrary(engine)));
  beforeEach(() => void library.statements());
  afterAll(() => library.close());

  it("ends every call by its signal, with the signal's reason", async () => {
    const { books, bookTags } = library;
    const reason = new Error("no more");
    const signal = AbortSignal.abort(reason);
    const calls = [
      books.find(1n, { signal }),
      books.get(1n, { signal, select: ["title"] }),
      books.findMany({ signal }),
      books.findFirst({ signal }),
      bookTags.page({ size: 1, signal }),
      books.count({ signal }),
      books.exists({ signal }),
      (async () => {
        for await (const book of books.stream({ signal })) expect(book).toBeUndefined();
      })(),
    ];
    for (const { status, ...result } of await Promise.allSettled(calls)) {
      expect({ status, ...result }).toEqual({ status: "rejected", reason });
    }
  });

  it("ends the loading of relations too", async () => {
    const controller = new AbortController();
    const stop = library.executor.events.subscribe(({ sql }) => {
      if (/from ["`]book["`] t/.test(sql)) controller.abort(new Error("halfway"));
    });
    const query = { include: { author: true }, signal: controller.signal } as const;
    await expect(library.books.findMany(query)).rejects.toThrow("halfway");
    stop();
  });

  it("locks rows in a transaction where the engine locks rows", async () => {
    await library.executor.transaction(async (tx) => {
      const books = new ReadRepository(library.tables.book, tx);
      expect((await books.get(1n, { lock: "update" })).title).toBe("100% wool");
      expect(await books.findMany({ where: { bookId: 1n }, lock: "share", include: { author: true } })).toHaveLength(1);
    });
    const locks = library.statements().map((sql) => / (?:for|lock in) (update|share)(?: of t0| mode|)$/.exec(sql)?.[1]);
    expect(locks.filter(Boolean)).toEqual(engine === "sqlite" ? [] : ["update", "share"]);
  });
});
