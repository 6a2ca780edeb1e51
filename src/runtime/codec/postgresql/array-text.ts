/** The items of an array's text, nested as its braces are; null for the server's NULL. */
export type ArrayTree = readonly (string | null | ArrayTree)[];

/** Parses the text of an array. Lower bounds (`[2:4]={…}`) are passed over. Null for a text that is none. */
export function parseArrayText(text: string, delimiter: string): ArrayTree | null {
  const start = text.charCodeAt(0) === openBracket ? text.indexOf("=") + 1 : 0;
  if (text.charCodeAt(start) !== openBrace) return null;
  const reader: Reader = { text, delimiter: delimiter.charCodeAt(0), at: start + 1 };
  const items = readItems(reader);
  return reader.at === text.length ? items : null;
}

/** An item as it stands inside an array's braces. */
export function toArrayItem(text: string): string {
  return `"${mustEscape.test(text) ? text.replaceAll(allToEscape, "\\$&") : text}"`;
}

interface Reader {
  readonly text: string;
  readonly delimiter: number;
  /** The position of the next character to read. */
  at: number;
}

/** Reads up to the closing brace, and past it; past the text's end where there is none. */
function readItems(reader: Reader): ArrayTree | null {
  const items: (string | null | ArrayTree)[] = [];
  const { text } = reader;
  if (text.charCodeAt(reader.at) === closeBrace) {
    reader.at++;
    return items;
  }
  while (reader.at < text.length) {
    const item = readItem(reader);
    if (item === undefined) return null;
    items.push(item);
    const next = text.charCodeAt(reader.at++);
    if (next === closeBrace) return items;
    if (next !== reader.delimiter) return null;
  }
  return null;
}

function readItem(reader: Reader): string | null | ArrayTree | undefined {
  const first = reader.text.charCodeAt(reader.at);
  if (first === quote) return readQuoted(reader);
  if (first !== openBrace) return readBare(reader);
  reader.at++;
  return readItems(reader) ?? undefined;
}

function readQuoted(reader: Reader): string | undefined {
  const { text } = reader;
  let result = "";
  let from = ++reader.at;
  for (; reader.at < text.length; reader.at++) {
    const code = text.charCodeAt(reader.at);
    if (code === quote) return result + text.slice(from, reader.at++);
    if (code !== backslash) continue;
    result += text.slice(from, reader.at);
    from = ++reader.at;
  }
  return undefined;
}

function readBare(reader: Reader): string | null {
  const { text, delimiter } = reader;
  const from = reader.at;
  while (reader.at < text.length) {
    const code = text.charCodeAt(reader.at);
    if (code === delimiter || code === closeBrace) break;
    reader.at++;
  }
  const item = text.slice(from, reader.at);
  return item === "NULL" ? null : item;
}

const quote = 34;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;
const openBracket = 91;
const mustEscape = /["\\]/;
const allToEscape = /["\\]/g;
