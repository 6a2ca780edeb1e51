/** A place in the text of a value that is made of items: an array, a composite, a range. */
export interface ItemReader {
  readonly text: string;
  /** The position of the next character to read. */
  at: number;
}

/** Reads an item in quotes, from the opening one on and past the closing one: inside, a quote is doubled or escaped. Undefined where it does not end. */
export function readQuoted(reader: ItemReader): string | undefined {
  const { text } = reader;
  let result = "";
  let from = ++reader.at;
  for (; reader.at < text.length; reader.at++) {
    const code = text.charCodeAt(reader.at);
    if (code !== quote && code !== backslash) continue;
    result += text.slice(from, reader.at++);
    if (code === quote && text.charCodeAt(reader.at) !== quote) return result;
    from = reader.at;
  }
  return undefined;
}

/** Reads the characters before the next of `ends`, or before the text's end. */
export function readBare(reader: ItemReader, ends: string): string {
  const from = reader.at;
  while (reader.at < reader.text.length && !ends.includes(reader.text.charAt(reader.at))) reader.at++;
  return reader.text.slice(from, reader.at);
}

/** Reads an item of a composite or a range: nothing at all stands for none, which is null. */
export function readItem(reader: ItemReader, ends: string): string | null | undefined {
  return isAtQuote(reader) ? readQuoted(reader) : readBare(reader, ends) || null;
}

export function isAtQuote(reader: ItemReader): boolean {
  return reader.text.charCodeAt(reader.at) === quote;
}

/** An item of a composite or a range in quotes. */
export function toQuotedItem(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "$&$&")}"`;
}

const quote = 34;
const backslash = 92;
