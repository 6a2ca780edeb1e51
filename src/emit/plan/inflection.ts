import { pluralize, singularize } from "inflection";

/** The singular of an English word in lower case; a word that has none, or is one, stays. */
export function toSingular(word: string): string {
  const known = singulars.get(word);
  if (known !== undefined) return known;
  return staysSingular(word) ? word : singularize(word);
}

/** The plural of an English singular in lower case; a word that has none, or is one, stays. */
export function toPlural(word: string): string {
  const known = plurals.get(word);
  if (known !== undefined) return known;
  return endsInLetter(word) ? pluralize(word) : word;
}

// What the library's rules get wrong, or make right in a way that nobody would write in a program.
const singulars = new Map<string, string>([
  ...unchanged(
    "data",
    "metadata",
    "media",
    "alumni",
    "goods",
    "news",
    "gas",
    "canvas",
    "atlas",
    "bias",
    "lens",
    "chaos",
    "diabetes",
  ),
  ["caches", "cache"],
  ["cookies", "cookie"],
  ["ids", "id"],
  ["loaves", "loaf"],
  ["thieves", "thief"],
  ["menus", "menu"],
  ["gurus", "guru"],
  ["heroes", "hero"],
]);

const plurals = new Map<string, string>([
  ...unchanged("staff", "data", "metadata", "media", "alumni", "feedback", "software", "hardware", "fish"),
  ["hero", "heroes"],
  ["echo", "echoes"],
  ["atlas", "atlases"],
  ["canvas", "canvases"],
  ["lens", "lenses"],
  ["gas", "gases"],
  ["bias", "biases"],
  ["census", "censuses"],
  ["corpus", "corpora"],
  ["curriculum", "curricula"],
  ["opus", "opuses"],
  ["radius", "radii"],
  ["stimulus", "stimuli"],
  ["cactus", "cacti"],
]);

function unchanged(...words: readonly string[]): (readonly [string, string])[] {
  return words.map((word) => [word, word]);
}

/** Short words are mostly acronyms (`sms`, `gps`), and few plurals end like these (`status`, `address`, `basis`). */
function staysSingular(word: string): boolean {
  return word.length <= 3 || /(?:ss|us|is)$/.test(word) || !endsInLetter(word);
}

function endsInLetter(word: string): boolean {
  return /[a-z]$/.test(word);
}
