import fc from "fast-check";
import { expect } from "vitest";
import { toValueKind } from "../../../src/runtime/build-sql/value-kind.js";
import { ReadRepository } from "../../../src/runtime/read/read-repository.js";
import type { Repository } from "../../../src/runtime/repository.js";
import type { TableMeta } from "../../../src/runtime/table-meta.js";
import type { Executor } from "../../../src/runtime/executor.js";
import type { TypeValues } from "../codec/type-values.js";

/** The types of a table of one column. */
export interface ValueTypes {
  entity: { id: number; value: unknown };
  key: number;
  insert: { id: number; value: unknown };
  update: { value: unknown };
  where: object;
  orderBy: { id?: "asc" };
  include: object;
  relations: object;
  unique: "primaryKey";
  constraint: never;
}

/** Every way into the table and out of it. Null goes in too, but for JSON, whose own null reads as the same. */
export async function passThroughRepository(values: Repository<ValueTypes>, entry: TypeValues): Promise<void> {
  const given = [...entry.values, null].map((value, index) => ({ id: index + 1, value }));
  expect((await values.insertMany(given)).map(toPlain)).toStrictEqual(given);
  expect((await values.findMany({ orderBy: { id: "asc" } })).map(toPlain)).toStrictEqual(given);
  await values.deleteMany({ where: {} });
  for (const row of given) {
    const copy = { id: row.id + 1000, value: row.value };
    expect(toPlain(await values.insert({ id: row.id, value: null }))).toStrictEqual({ id: row.id, value: null });
    expect(toPlain(await values.update(row.id, { value: row.value }))).toStrictEqual(row);
    expect(toPlain(await values.upsert(copy, { on: "primaryKey" }))).toStrictEqual(copy);
    expect(toPlain(await values.upsert(row, { on: "primaryKey" }))).toStrictEqual(row);
    expect(toPlain(await values.find(row.id))).toStrictEqual(row);
    expect(await values.updateMany({ where: { id: row.id }, set: { value: row.value } })).toBe(1);
    expect(toPlain(await values.find(copy.id))).toStrictEqual(copy);
  }
}

/** Rows of edge and random values come back the same from lists, relations, streams and pages, and are of the declared type. */
export async function readEveryWay(
  executor: Executor,
  values: Repository<ValueTypes>,
  entry: TypeValues,
): Promise<void> {
  const random = entry.arbitrary === undefined ? [] : fc.sample(entry.arbitrary, { numRuns: 30, seed: 11 });
  const given = [...entry.values, null, ...random].map((value, index) => ({ id: index + 1, value }));
  await values.deleteMany({ where: {} });
  await values.insertMany(given);
  const own: TableMeta<ValueTypes> = { ...values.table, relations: {} };
  const same: TableMeta<ValueTypes> = {
    ...values.table,
    relations: { same: { kind: "one", table: () => own, from: ["id"], to: ["id"] } },
  };
  const reader = new ReadRepository(same, executor);
  const related = (await reader.findMany({ orderBy: { id: "asc" }, include: { same: true } })) as unknown[];
  expect(related.map((row) => toPlain((row as { same: object }).same))).toStrictEqual(given);
  const streamed: object[] = [];
  for await (const row of reader.stream({ orderBy: { id: "asc" } }, { batchSize: 7 })) streamed.push(toPlain(row));
  expect(streamed).toStrictEqual(given);
  const { codec } = entry;
  for (const { value } of given) if (value !== null) expect([value, codec.is(value)]).toEqual([value, true]);
  if (toValueKind(codec.name) !== "ordered" && toValueKind(codec.name) !== "text") return;
  expect(await pagedIds(reader)).toEqual(given.map(({ id }) => id));
  // A column of texts compares texts, whatever its codec makes of them.
  if (entry.byRule === true && entry.type === "TEXT") return;
  for (const { id, value } of given.slice(0, 12)) await findByValue(reader, id, value);
}

/** By pages in the order of the values. */
async function pagedIds(reader: ReadRepository<ValueTypes>): Promise<readonly number[]> {
  const ids: number[] = [];
  let after: string | undefined;
  do {
    const page = await reader.page({ size: 5, orderBy: { value: "asc" } as object, after });
    ids.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  return ids.sort((a, b) => a - b);
}

async function findByValue(reader: ReadRepository<ValueTypes>, id: number, value: unknown): Promise<void> {
  const filters = value === null ? [{ value }] : [{ value: { eq: value } }, { value: { in: [value, value, value] } }];
  for (const where of filters) expect((await reader.findMany({ where })).map((row) => row.id)).toContain(id);
  if (value !== null) {
    expect((await reader.findMany({ where: { value: { ne: value } } })).map((row) => row.id)).not.toContain(id);
    expect((await reader.findMany({ where: { value: { gte: value, lte: value } } })).map((row) => row.id)).toContain(
      id,
    );
  }
}

/** Without the class of the entity. */
function toPlain(entity: object | undefined): object {
  return { ...entity };
}
