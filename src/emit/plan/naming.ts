import type { NamedObject, NamingFunctions } from "./plan-options.js";
import { toPlural, toSingular } from "./inflection.js";
import { splitWords, wordsOfCodePoints } from "./words.js";

/** How database names become words: the built-in rules, with the user's functions in their place. */
export interface Naming {
  /** Never empty. */
  readonly words: (name: string) => readonly string[];
  /** The words of one such thing: the last one in the singular. */
  readonly singular: (words: readonly string[]) => readonly string[];
  /** The words of many such things: the last one in the plural. */
  readonly plural: (words: readonly string[]) => readonly string[];
  readonly functions: NamingFunctions;
}

/** Joins the built-in rules with the user's functions. */
export function toNaming(functions: NamingFunctions): Naming {
  const singular = remember((word) => (functions.singular ?? suggested)(word, toSingular(word)));
  const plural = remember((word) => (functions.plural ?? suggested)(word, toPlural(singular(word))));
  return {
    words: remember(toWords),
    singular: (words) => onLast(words, singular),
    plural: (words) => onLast(words, plural),
    functions,
  };
}

/** What diagnostics call an object: `public.album`. */
export function subjectOf({ schema, name }: Pick<NamedObject, "schema" | "name">): string {
  return `${schema}.${name}`;
}

function toWords(name: string): readonly string[] {
  const words = splitWords(name);
  return words.length === 0 ? wordsOfCodePoints(name) : words;
}

function suggested(_word: string, suggestion: string): string {
  return suggestion;
}

function onLast(words: readonly string[], change: (word: string) => string): readonly string[] {
  return [...words.slice(0, -1), change(words.at(-1) ?? "")];
}

function remember<Value>(change: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const made = change(word);
    known.set(word, made);
    return made;
  };
}
