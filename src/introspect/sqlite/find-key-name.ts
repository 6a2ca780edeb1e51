import { foldAscii } from "../../lang/fold-ascii.js";
import type { KeySyntax } from "./parse/parse-create-table.js";

/** The name written before a key of these columns; null where none is. */
export function findKeyName(keys: readonly KeySyntax[], columns: readonly string[]): string | null {
  const wanted = columns.map(foldAscii);
  const isWanted = (key: KeySyntax): boolean =>
    key.columns.length === wanted.length && key.columns.every((column, place) => foldAscii(column) === wanted[place]);
  return keys.find((key) => key.name !== null && isWanted(key))?.name ?? null;
}
