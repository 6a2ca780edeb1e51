import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines, openLibrary, type Library } from "./library.js";
import type { BookTypes } from "./library-tables.js";

type BookOrder = BookTypes["orderBy"] | readonly BookTypes["orderBy"][];

describe.each(engines)("pages on %s", (engine) => {
  let library: Library;
  beforeAll(async () => {
    library = await openLibrary(engine);
    await library.run(manyBooks(engine));
  });
  afterAll(() => library.close());

  const orders: readonly [string, BookOrder | undefined][] = [
    ["without an order", undefined],
    ["by the key, descending", { bookId: "desc" }],
    ["with ties", { authorId: "asc" }],
    ["with ties, descending", { price: "desc" }],
    ["with nulls", { pages: "asc" }],
    ["with nulls, descending", { pages: "desc" }],
    ["with nulls first", { pages: { dir: "asc", nulls: "first" } }],
    ["with nulls last, descending", { pages: { dir: "desc", nulls: "last" } }],
    ["in mixed directions", [{ authorId: "asc" }, { price: "desc" }]],
    ["in mixed directions with nulls", [{ subtitle: "desc" }, { pages: "asc" }, { title: "desc" }]],
    [
      "with nulls placed by hand",
      [{ subtitle: { dir: "desc", nulls: "last" } }, { pages: { dir: "asc", nulls: "first" } }],
    ],
    ["all in one direction with nulls", [{ subtitle: "desc" }, { pages: "desc" }, { published: "desc" }]],
    ["over times of microseconds", [{ published: "asc" }]],
    ["with the key in the middle", [{ price: "asc" }, { bookId: "desc" }, { title: "asc" }]],
  ];

  it.each(orders)("walks every row once, in order, %s", async (_, orderBy) => {
    const total = orderBy === undefined ? undefined : [orderBy].flat();
    const direct = await library.books.findMany({ select: ["bookId"], orderBy: [...(total ?? []), tie(total)] });
    for (const size of [1, 7, 1000]) {
      const walked: { readonly bookId: bigint }[] = [];
      let after: string | undefined;
      let pages = 0;
      do {
        const page = await library.books.page({ size, after, orderBy, select: ["bookId"] });
        walked.push(...page.items);
        after = page.next;
        pages++;
      } while (after !== undefined);
      expect(walked).toEqual(direct);
      expect(pages).toBe(Math.ceil(direct.length / size));
    }
  });

  it("goes on where a filter holds, and over composite keys", async () => {
    const where = { bookId: { gt: 4n, lt: 9000n } };
    const first = await library.bookTags.page({ size: 3, where });
    const second = await library.bookTags.page({ size: 3, where, after: first.next });
    expect([...first.items, ...second.items]).toEqual(
      await library.bookTags.findMany({ where, orderBy: [{ bookId: "asc" }, { tagId: "asc" }], limit: 6 }),
    );
  });

  it("compares as rows where directions agree and nulls do not matter", async () => {
    const { next } = await library.bookTags.page({ size: 1 });
    library.statements();
    await library.bookTags.page({ size: 1, after: next });
    // MariaDB reads the whole table for a comparison of rows.
    expect(library.statements()[0]).toContain(
      engine === "mariadb"
        ? '(t0."book_id" >= ? and (t0."book_id" > ? or t0."tag_id" > ?))'
        : '(t0."book_id", t0."tag_id") > (',
    );
  });

  it("reads rows without a value apart, so that each statement is one range", async () => {
    const page = async (after: string | undefined, size: number): Promise<string | undefined> =>
      (await library.books.page({ size, after, orderBy: { pages: "asc" }, select: ["pages"] })).next;
    const valued = await library.books.count({ where: { pages: { ne: null } } });
    const middle = await page(undefined, 10);
    library.statements();
    const last = await page(middle, valued - 12);
    expect(library.statements()).toHaveLength(1);
    const within = await page(last, 5);
    const [before, behind, ...more] = library.statements();
    expect(before).toContain(
      engine === "mariadb"
        ? 'where (t0."pages" >= ? and (t0."pages" > ? or t0."book_id" > ?))'
        : 'where (t0."pages", t0."book_id") > (',
    );
    expect(behind).toContain('where t0."pages" is null order by t0."book_id" limit 6');
    expect(more).toEqual([]);
    await page(within, 5);
    const after = engine === "postgresql" ? "$1" : "?";
    expect(library.statements()).toEqual([
      expect.stringContaining(`where (t0."pages" is null and t0."book_id" > ${after}) order by t0."book_id" limit 6`),
    ]);
  });

  it("knows the last page even when it is full", async () => {
    const total = await library.tags.count();
    expect((await library.tags.page({ size: total })).next).toBeUndefined();
    expect((await library.tags.page({ size: total, where: { tagId: -1 } })).items).toEqual([]);
  });

  it("gives cursors that are safe in a URL and belong to their order and table", async () => {
    const { next = "" } = await library.books.page({ size: 1, orderBy: { published: "asc" } });
    expect(next).toMatch(/^[\w-]+$/);
    const refuse = (reason: string): unknown =>
      expect.objectContaining({
        code: "invalidQuery",
        message: expect.stringContaining(`reading a page after a cursor: ${reason}`) as string,
      });
    const other = refuse("it belongs to another table or order");
    await expect(library.books.page({ size: 1, after: next })).rejects.toEqual(other);
    await expect(library.books.page({ size: 1, after: next, orderBy: { published: "desc" } })).rejects.toEqual(other);
    await expect(library.tags.page({ size: 1, after: next })).rejects.toEqual(other);
    for (const wrong of ["", "x", `${next.slice(0, -8)}`, Buffer.from("[1]").toString("base64url")]) {
      await expect(library.books.page({ size: 1, after: wrong, orderBy: { published: "asc" } })).rejects.toEqual(
        refuse("it is not one"),
      );
    }
  });

  it("refuses a table without a key and sizes that are none", async () => {
    await expect(library.notes.page({ size: 1 })).rejects.toThrow(
      "note: reading a page: the table has no key without nulls to tell its rows apart",
    );
    await expect(library.tags.page({ size: 0 })).rejects.toThrow(
      "tag: reading a page: size takes a whole number from 1",
    );
  });
});

/** The key in the direction of the last column, which is what makes an order total. */
function tie(orderBy: readonly BookTypes["orderBy"][] | undefined): BookTypes["orderBy"] {
  const direction = Object.values(orderBy?.at(-1) ?? {}).at(-1) ?? "asc";
  return { bookId: typeof direction === "string" ? direction : direction.dir };
}

/** Books with many ties and nulls; times are a microsecond apart where the engine has them. */
function manyBooks(engine: Library["engine"]): string {
  const series =
    engine === "postgresql"
      ? "with s(i) as (select generate_series(1000, 1119))"
      : "with recursive s(i) as (select 1000 union all select i + 1 from s where i < 1119)";
  const time = {
    sqlite: "strftime('%Y-%m-%d %H:%M:%S', 1000000000 + i % 5, 'unixepoch')",
    postgresql: "timestamptz '2001-01-01 00:00:00+00' + i % 5 * interval '1 microsecond'",
    mariadb: "timestampadd(microsecond, i % 5, '2001-01-01 00:00:00')",
  }[engine];
  return `
    insert into book ${series}
    select i, 't' || (i % 11), case when i % 3 = 0 then null else 's' || (i % 4) end, 1 + i % 3, null,
      case when i % 4 = 0 then null else i % 6 end, i % 7 + 0.5, case when i % 5 = 1 then null else ${time} end, 'paper', null
    from s;
    insert into book_tag ${series} select (i - i % 2) / 2, i % 2 from s;
  `;
}
