/** Splits code at a separator where it stands outside of brackets and strings. */
export function splitCode(code: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let position = 0; position < code.length; position = skipNested(code, position)) {
    if (!code.startsWith(separator, position)) continue;
    parts.push(code.slice(start, position));
    start = position + separator.length;
  }
  return [...parts, code.slice(start)];
}

/** Where the bracket closes that opens at a position. */
export function closingBracket(code: string, open: number): number {
  let position = open + 1;
  while (position < code.length && !isClosing(code, position)) position = skipNested(code, position);
  return position;
}

/** The position after the character, the string or the whole bracket that stands at one. */
function skipNested(code: string, position: number): number {
  const character = code.charAt(position);
  if (character === '"' || character === "'") return skipString(code, position);
  return "([{<".includes(character) ? closingBracket(code, position) + 1 : position + 1;
}

function skipString(code: string, start: number): number {
  let position = start + 1;
  while (position < code.length && code[position] !== code[start]) position += code[position] === "\\" ? 2 : 1;
  return position + 1;
}

/** The end of an arrow is no bracket. */
function isClosing(code: string, position: number): boolean {
  return ")]}>".includes(code.charAt(position)) && code[position - 1] !== "=";
}
