import { printer } from "prettier/doc";
import { fitsIn } from "./fits-in.js";
import { lineDoc } from "./line-layout.js";
import { moveBlock, type MovedBlock } from "./moved-block.js";
import { splitCode } from "./split-code.js";

const widthMax = 80;

/**
 * Breaks the lines of generated code that are too long, as Prettier's defaults do. Templates print each statement, member and property in one line; so what
 * they print is canonical, and Prettier is not needed to make it so: only its printer of documents is, for the few lines that break.
 */
export function breakLongLines(text: string): string {
  const out: string[] = [];
  const moved: MovedBlock[] = [];
  for (const line of text.split("\n")) {
    const shifted = line === "" ? line : "  ".repeat(moved.length) + line;
    const closing = moved.at(-1)?.closing === line ? moved.pop() : undefined;
    const block = fits(shifted) ? null : moveBlock(shifted, line, widthMax);
    if (block !== null) moved.push(block);
    out.push(closing?.closed ?? block?.opened ?? (fits(shifted) ? shifted : breakLine(shifted)));
  }
  return out.join("\n");
}

function fits(line: string): boolean {
  return fitsIn(line, widthMax);
}

function breakLine(line: string): string {
  const indentation = /^ */.exec(line)?.[0] ?? "";
  const code = line.slice(indentation.length);
  if (/^(?:\/\/|\/\*|\*)/.test(code)) return line;
  const simple = breakBraces(code, widthMax - indentation.length);
  if (simple !== null) return simple.map((part) => indentation + part).join("\n");
  const doc = lineDoc(code);
  if (doc === null) return line;
  const { formatted } = printer.printDocToString(doc, {
    printWidth: widthMax - indentation.length,
    tabWidth: 2,
    useTabs: false,
  });
  return formatted.replaceAll(/^(?=.)/gm, indentation);
}

/** Most lines that break are imports, and properties whose braces open to parts that fit: one to a line. Null for another line. */
function breakBraces(code: string, width: number): readonly string[] | null {
  const match = /^(import (?:type )?|[\p{ID_Continue}$]+: )\{ (.*) \}(,| from .*;)$/u.exec(code);
  if (match === null) return null;
  const [, before = "", inner = "", after = ""] = match;
  const parts = splitCode(inner, ", ");
  const isImport = after !== ",";
  if (isImport && parts.length === 1) return [code];
  if (!isImport && ![before, ...parts].every((part) => fitsIn(part, width - 3))) return null;
  return [`${before}{`, ...parts.map((part) => `  ${part},`), `}${after}`];
}
