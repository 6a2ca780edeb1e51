import type { DatabaseModel } from "../../model/database-model.js";

/**
 * A part of something, as far as it is stated. A list is stated as a whole, or by the names of some of its items, which may have others beside them. Null is
 * stated as null; what is left out may be anything.
 */
export type Part<T> = T extends readonly (infer Item)[]
  ? readonly Part<Item>[] | (Item extends Named ? Readonly<Record<string, Part<Item>>> : never)
  : T extends object
    ? { readonly [Key in keyof T]?: Part<T[Key]> }
    : T;

export type ModelPart = Part<DatabaseModel>;

interface Named {
  readonly name: string | null;
}

/** Where something is not as it is stated; empty where all of it is. */
export function findDifferences(actual: unknown, stated: unknown, path = ""): readonly string[] {
  if (Array.isArray(stated)) return listDifferences(actual, stated, path);
  if (!isObject(stated)) return Object.is(actual, stated) ? [] : [`${path}: ${print(actual)} is not ${print(stated)}`];
  if (!isObject(actual)) return [`${path}: ${print(actual)} is not ${print(stated)}`];
  return Object.entries(stated).flatMap(([key, part]) => {
    const here = path === "" ? key : `${path}.${key}`;
    return findDifferences(Array.isArray(actual) ? itemNamed(actual, key) : actual[key], part, here);
  });
}

function listDifferences(actual: unknown, stated: readonly unknown[], path: string): readonly string[] {
  if (!Array.isArray(actual) || actual.length !== stated.length) {
    return [`${path}: ${print(actual)} is not ${print(stated)}`];
  }
  return stated.flatMap((part, place) => findDifferences(actual[place], part, `${path}[${place}]`));
}

function itemNamed(items: readonly unknown[], name: string): unknown {
  const byName = items.find((item) => isObject(item) && item["name"] === name);
  return byName ?? items.find((item) => isObject(item) && `${print(item["schema"])}.${print(item["name"])}` === name);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function print(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined ? "nothing" : JSON.stringify(value);
}
