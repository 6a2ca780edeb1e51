/** A statement of a script without its semicolon; `copyData` is what follows a `COPY … FROM stdin`, null for any other statement. */
export interface ScriptStatement {
  readonly sql: string;
  readonly copyData: string | null;
}

/**
 * Splits a script at the semicolons that end statements: not those in quotes, dollar quotes, comments, parentheses or `BEGIN ATOMIC … END` bodies. psql's
 * own commands (lines that start with a backslash) are left out.
 */
export function* splitPostgresScript(script: string): Generator<ScriptStatement> {
  let start = 0;
  let position = 0;
  let depth = 0;
  let atomic = false;
  let backslashEscapes = false;
  const text = script.replaceAll("\r\n", "\n");
  while (position < text.length) {
    if (text[position] === "\\" && text.slice(start, position).trim() === "") {
      position = start = endOfLine(text, position);
      continue;
    }
    const word = nextWord(text, position, backslashEscapes);
    position += word.length;
    depth += word === "(" ? 1 : word === ")" ? -1 : 0;
    if (/^atomic$/i.test(word)) atomic = true;
    if (atomic && /^end$/i.test(word)) atomic = false;
    if (word !== ";" || depth > 0 || atomic) continue;
    const sql = text.slice(start, position - 1).trim();
    const setting = /\bset\s+standard_conforming_strings\s*(?:=|to)\s*'?(\w+)/i.exec(sql)?.[1];
    if (setting !== undefined) backslashEscapes = setting.toLowerCase() === "off";
    const copyData = isCopy(sql) ? dataAfter(text, position) : null;
    if (copyData !== null) position = copyData.end;
    if (sql !== "") yield { sql, copyData: copyData?.data ?? null };
    start = position;
  }
  const rest = text.slice(start).trim();
  if (rest !== "") yield { sql: rest, copyData: null };
}

/** The word, quoted text or comment at a position, whole; a single character where it is none of these. */
function nextWord(text: string, position: number, backslashEscapes: boolean): string {
  wordPattern.lastIndex = position;
  const match = wordPattern.exec(text);
  const dollar = match?.groups?.["dollar"];
  if (dollar !== undefined) return text.slice(position, indexAfter(text, dollar, position + dollar.length));
  const word = match?.[0] ?? text.charAt(position);
  if (word !== "'" && !/^e'$/i.test(word)) return word;
  const pattern = word === "'" && !backslashEscapes ? plainText : escapedText;
  pattern.lastIndex = position + word.length;
  return word + (pattern.exec(text)?.[0] ?? "");
}

const wordPattern =
  /(?<dollar>\$(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)|--[^\n]*|\/\*[^]*?\*\/|e'|'|"(?:[^"]|"")*"|[a-z_\u0080-\uffff][\w$\u0080-\uffff]*|\s+|\d+/iy;
const plainText = /(?:[^']|'')*'/y;
const escapedText = /(?:[^'\\]|''|\\[^])*'/y;

function indexAfter(text: string, part: string, from: number): number {
  const index = text.indexOf(part, from);
  return index === -1 ? text.length : index + part.length;
}

function endOfLine(text: string, position: number): number {
  return indexAfter(text, "\n", position);
}

function isCopy(sql: string): boolean {
  return /^(?:--[^\n]*\n\s*)*copy\b[^]*\bfrom\s+stdin\b/i.test(sql);
}

/** The lines up to `\.`. */
function dataAfter(text: string, position: number): { readonly data: string; readonly end: number } {
  const first = endOfLine(text, position);
  const last = text.startsWith("\\.", first) ? first : text.indexOf("\n\\.\n", first) + 1;
  return { data: text.slice(first, last), end: endOfLine(text, last) };
}
