import { isAtQuote, readBare, readQuoted, type ItemReader } from "./item-reader.js";

/** The items of an array's text, nested as its braces are; null for the server's NULL. */
export type ArrayTree = readonly (string | null | ArrayTree)[];

/** Parses the text of an array. Lower bounds (`[2:4]={…}`) are passed over. Null for a text that is none. */
export function parseArrayText(text: string, delimiter: string): ArrayTree | null {
  const start = text.startsWith("[") ? text.indexOf("=") + 1 : 0;
  if (text.charAt(start) !== "{") return null;
  const reader = { text, at: start + 1 };
  const items = readItems(reader, delimiter);
  return items !== undefined && reader.at === text.length ? items : null;
}

/** An item as it stands inside an array's braces. */
export function toArrayItem(text: string): string {
  return `"${mustEscape.test(text) ? text.replaceAll(allToEscape, "\\$&") : text}"`;
}

/** Reads up to the closing brace and past it; undefined where there is none. */
function readItems(reader: ItemReader, delimiter: string): ArrayTree | undefined {
  const items: (string | null | ArrayTree)[] = [];
  const { text } = reader;
  if (text.charAt(reader.at) === "}") {
    reader.at++;
    return items;
  }
  while (reader.at < text.length) {
    const item = readItem(reader, delimiter);
    if (item === undefined) return undefined;
    items.push(item);
    const next = text.charAt(reader.at++);
    if (next === "}") return items;
    if (next !== delimiter) return undefined;
  }
  return undefined;
}

function readItem(reader: ItemReader, delimiter: string): string | null | ArrayTree | undefined {
  if (isAtQuote(reader)) return readQuoted(reader);
  if (reader.text.charAt(reader.at) === "{") {
    reader.at++;
    return readItems(reader, delimiter);
  }
  const item = readBare(reader, `${delimiter}}`);
  return item === "NULL" ? null : item;
}

const mustEscape = /["\\]/;
const allToEscape = /["\\]/g;
