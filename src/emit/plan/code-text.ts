/**
 * A string as Prettier quotes it: in double quotes, or in single ones where that saves escapes. What could not be seen, could reorder the text around it or
 * could not be written in UTF-8 is escaped.
 */
export function quoteText(text: string): string {
  if (plainText.test(text)) return `"${text}"`;
  const quote = count(text, '"') > count(text, "'") ? "'" : '"';
  const body = text.replaceAll(escaped, (character) =>
    character === '"' || character === "'"
      ? character === quote
        ? `\\${character}`
        : character
      : escapeCharacter(character),
  );
  return `${quote}${body}${quote}`;
}

/**
 * The key of a property in an object literal: quoted where it is no plain identifier, computed where the plain form would set the prototype, or where it is
 * a matter of the formatter's Unicode whether it is plain.
 */
export function propertyKey(name: string): string {
  if (name === "__proto__" || /[^\0-\x7f]/.test(name)) return `[${quoteText(name)}]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoteText(name);
}

/** Text for a comment, in one line: nothing in it ends the comment, is a tag, hides or reorders text. */
export function commentText(text: string): string {
  if (plainComment.test(text)) return text;
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(unseen, escapeCharacter)
    .replaceAll("*/", "*\\/")
    .replaceAll(/(^|[\s{])@/g, "$1\\@")
    .trim();
}

/** A list of expressions. */
export function listText(items: readonly string[]): string {
  return `[${items.join(", ")}]`;
}

/** Text as code in a comment. */
export function codeSpan(text: string): string {
  const code = commentText(text);
  return code.includes("`") ? `\`\` ${code} \`\`` : `\`${code}\``;
}

// Most texts there are, for speed.
const plainText = /^[ !#-&(-[\]-~]*$/;
const plainComment = /^(?:[\w"'(),.:;=<>[\]+-]+ )*[\w"'(),.:;=<>[\]+-]+$/;

// Control characters, soft hyphens, bidirectional marks, zero-width characters, line separators, lone surrogates, private code
// points: what Unicode adds changes none of these but the second and the fourth, so that the text does not depend on the version of Node.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
const escaped = /["'\\]|[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

const short: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

function escapeCharacter(character: string): string {
  const known = short[character];
  if (known !== undefined) return known;
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
