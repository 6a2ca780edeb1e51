/**
 * Splits a database name into lower-case words: at everything that is no letter or digit, and where a capital begins a word. `TBL_ID`, `tblId` and
 * `TblID` all give `tbl`, `id`. Empty where the name holds no letter and no digit.
 */
export function splitWords(name: string): readonly string[] {
  if (snakeCase.test(name)) return name.split("_");
  const parts = name.match(word) ?? [];
  return parts.flatMap((part) => part.split(boundary)).map((word) => word.toLowerCase());
}

/** A class or type name: `PlaylistTrack`. Always an identifier. */
export function toPascalCase(words: readonly string[]): string {
  return toIdentifier(words.map(capitalize).join(""));
}

/** A property name: `playlistTrack`. Always an identifier, though it can be a reserved word. */
export function toCamelCase(words: readonly string[]): string {
  return toIdentifier(words.map((word, index) => (index === 0 ? word : capitalize(word))).join(""));
}

/** A file name: `playlist-track`. Names that a file system could take for the same are the same. */
export function toKebabCase(words: readonly string[]): string {
  return words.join("-").normalize("NFC").toUpperCase().toLowerCase();
}

/** The same name with a capital: `filmRating` → `FilmRating`. */
export function capitalize(word: string): string {
  if (beginsPlainly.test(word)) return word.charAt(0).toUpperCase() + word.slice(1);
  const [first = "", ...rest] = word;
  const capital = first.toUpperCase();
  return (splitWords(capital).join("") === "" ? first : capital) + rest.join("");
}

/** The same name without its capital: `FilmRating` → `filmRating`. */
export function uncapitalize(word: string): string {
  if (beginsPlainly.test(word)) return word.charAt(0).toLowerCase() + word.slice(1);
  const [first = "", ...rest] = word;
  return first.toLowerCase() + rest.join("");
}

/** Words for a name that has none: its code points, so that it depends on nothing but itself. */
export function wordsOfCodePoints(name: string): readonly string[] {
  return [`u${[...name].map((character) => (character.codePointAt(0) ?? 0).toString(16)).join("")}`];
}

// Most names there are, for speed.
const snakeCase = /^[a-z0-9]+(?:_[a-z0-9]+)*$/;
const beginsPlainly = /^[A-Za-z]/;
const plainIdentifier = /^[A-Za-z_$][\w$]*$/;

// Letters and digits of the basic plane, without those that Unicode 16 and 17 brought: TypeScript takes no others in a name yet, and what Node takes for a
// letter must not depend on its version.
const word =
  /(?:(?![\u{10000}-\u{10ffff}\u088f\u0897\u0c5c\u0cdc\u1acf-\u1add\u1ae0-\u1aeb\u1c89\u1c8a\ua7cb-\ua7cf\ua7d2\ua7d4\ua7da-\ua7dc\ua7f1])[\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}])+/gu;

// Between a small letter or digit and a capital, and before the last capital of several that a small letter follows.
const boundary = /(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

function toIdentifier(text: string): string {
  if (plainIdentifier.test(text)) return text;
  const kept = text.replaceAll(/[^\p{ID_Continue}$]/gu, "");
  return /^[\p{ID_Start}$_]/u.test(kept) ? kept : `_${kept}`;
}
