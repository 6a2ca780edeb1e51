import type { Codec } from "../../codec.js";
import type { Range } from "../../types/range.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { toQuotedItem } from "./item-reader.js";
import { emptyRange, parseMultirangeText, parseRangeText } from "./range-text.js";

/** Ranges, as the server holds them: it turns those of whole numbers and days into `[lower, upper)`. */
export function rangeOf<T>(element: Codec<T>): Codec<Range<T>> {
  const name = `rangeOf(${element.name})`;
  return {
    name,
    read: (value) => toRange(element, parseRangeText(value as string) ?? refuseRead(name, "a range", value)),
    write: (value) => writeRange(name, element, value),
    is: (value): value is Range<T> => isRange(element, value),
    wide: false,
  };
}

/** Multiranges, from version 14 on, as the server holds them: in order, without the empty ones, and with adjacent ones joined. */
export function multirangeOf<T>(element: Codec<T>): Codec<Range<T>[]> {
  const name = `multirangeOf(${element.name})`;
  return {
    name,
    read: (value) => {
      const ranges = parseMultirangeText(value as string) ?? refuseRead(name, "a multirange", value);
      return ranges.map((range) => toRange(element, range));
    },
    write: (value) => {
      if (!Array.isArray(value)) return refuseWrite(name, "an array of ranges", value);
      return `{${value.map((range) => writeRange(name, element, range)).join(",")}}`;
    },
    is: (value): value is Range<T>[] => Array.isArray(value) && value.every((range) => isRange(element, range)),
    wide: false,
  };
}

function toRange<T>(element: Codec<T>, range: Range<string>): Range<T> {
  const lower = range.lower === null ? null : element.read(range.lower);
  const upper = range.upper === null ? null : element.read(range.upper);
  return {
    lower,
    upper,
    lowerInclusive: range.lowerInclusive,
    upperInclusive: range.upperInclusive,
    empty: range.empty,
  };
}

function writeRange<T>(name: string, element: Codec<T>, value: Range<T>): string {
  if (!isRangeShape(value)) return refuseWrite(name, "a range", value);
  if (value.empty) return isBare(value) ? "empty" : refuseWrite(name, "an empty range without bounds", value);
  const bounds = `${writeBound(element, value.lower)},${writeBound(element, value.upper)}`;
  return `${value.lowerInclusive ? "[" : "("}${bounds}${value.upperInclusive ? "]" : ")"}`;
}

function writeBound<T>(element: Codec<T>, bound: T | null): string {
  return bound === null ? "" : toQuotedItem(element.write(bound) as string);
}

function isRange<T>(element: Codec<T>, value: unknown): boolean {
  if (!isRangeShape(value)) return false;
  return value.empty ? isBare(value) : [value.lower, value.upper].every((bound) => bound === null || element.is(bound));
}

function isRangeShape(value: unknown): value is Range<unknown> {
  if (typeof value !== "object" || value === null || !("lower" in value && "upper" in value)) return false;
  if (value.lower === undefined || value.upper === undefined) return false;
  return isFlag(value, "empty") && isFlag(value, "lowerInclusive") && isFlag(value, "upperInclusive");
}

function isFlag(value: object, key: keyof Range<unknown>): boolean {
  return typeof (value as Partial<Range<unknown>>)[key] === "boolean";
}

function isBare(value: Range<unknown>): boolean {
  return (
    value.lower === emptyRange.lower &&
    value.upper === emptyRange.upper &&
    !value.lowerInclusive &&
    !value.upperInclusive
  );
}
