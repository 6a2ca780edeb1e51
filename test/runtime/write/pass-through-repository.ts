import { expect } from "vitest";
import type { Repository } from "../../../src/runtime/repository.js";
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

/** Without the class of the entity. */
function toPlain(entity: object | undefined): object {
  return { ...entity };
}
