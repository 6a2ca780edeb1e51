import { builders, printer } from "prettier/doc";

/** Whether a text without line breaks takes no more than so many columns, as Prettier counts them: wide characters take two, accents none. */
export function fitsIn(text: string, width: number): boolean {
  if (text.length * 2 <= width) return true;
  if (/^[ -~]*$/.test(text)) return text.length <= width;
  const probe = builders.group([text, builders.ifBreak(overflow, "")]);
  const { formatted } = printer.printDocToString(probe, { printWidth: width, tabWidth: 2, useTabs: false });
  return !formatted.endsWith(overflow);
}

// No text of generated code ends in it.
const overflow = "\0";
