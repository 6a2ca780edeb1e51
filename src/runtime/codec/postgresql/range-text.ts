import type { Range } from "../../types/range.js";
import { readItem, type ItemReader } from "./item-reader.js";

/** A range whose bounds are still texts. Null for a text that is no range. */
export function parseRangeText(text: string): Range<string> | null {
  const reader = { text, at: 0 };
  const range = readRange(reader);
  return range !== null && reader.at === text.length ? range : null;
}

/** The ranges of a multirange, whose bounds are still texts. Null for a text that is no multirange. */
export function parseMultirangeText(text: string): readonly Range<string>[] | null {
  if (text === "{}") return [];
  const reader = { text, at: 1 };
  const ranges: Range<string>[] = [];
  while (text.startsWith("{")) {
    const range = readRange(reader);
    if (range === null) return null;
    ranges.push(range);
    const end = text.charAt(reader.at++);
    if (end === "}") return reader.at === text.length ? ranges : null;
    if (end !== ",") return null;
  }
  return null;
}

export const emptyRange: Range<never> = {
  lower: null,
  upper: null,
  lowerInclusive: false,
  upperInclusive: false,
  empty: true,
};

function readRange(reader: ItemReader): Range<string> | null {
  const { text } = reader;
  if (text.startsWith("empty", reader.at)) {
    reader.at += "empty".length;
    return emptyRange;
  }
  const open = text.charAt(reader.at++);
  const lower = readItem(reader, ",");
  const comma = text.charAt(reader.at++);
  const upper = readItem(reader, ")]");
  const close = text.charAt(reader.at++);
  if (lower === undefined || upper === undefined || comma !== ",") return null;
  if ((open !== "[" && open !== "(") || (close !== "]" && close !== ")")) return null;
  return { lower, upper, lowerInclusive: open === "[", upperInclusive: close === "]", empty: false };
}
