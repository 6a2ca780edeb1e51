import { printer } from "prettier/doc";
import { textWidth } from "../../lang/text-width.js";
import { lineDoc } from "./line-layout.js";
import { splitCode } from "./split-code.js";

const widthMax = 80;

/**
 * Breaks the lines of generated code that are too long, as Prettier's defaults do. Templates print each statement, member and property in one line; so what
 * they print is canonical, and Prettier is not needed to make it so: only its printer of documents is, for the few lines that break.
 */
export function breakLongLines(text: string): string {
  const out: string[] = [];
  // Blocks that stand one step further right, because the line that opens them was broken.
  const moved: MovedBlock[] = [];
  for (const line of text.split("\n")) {
    const shifted = line === "" ? line : "  ".repeat(moved.length) + line;
    const closing = moved.at(-1)?.closing === line ? moved.pop() : undefined;
    const block = fits(shifted) ? null : openBlock(shifted);
    if (block !== null) moved.push(block);
    out.push(closing?.closed ?? block?.opened ?? (fits(shifted) ? shifted : breakLine(shifted)));
  }
  return out.join("\n");
}

interface MovedBlock {
  /** The line that opens it, broken. */
  readonly opened: string;
  /** The line that closes it, as it was. */
  readonly closing: string;
  readonly closed: string;
}

function fits(line: string): boolean {
  return line.length * 2 <= widthMax || textWidth(line) <= widthMax;
}

/**
 * A constant whose value is a call that opens a block: the call goes to the next line, or, where all but the brace would fit, the brace alone does. Null for
 * another line.
 */
function openBlock(line: string): MovedBlock | null {
  const match = /^((?:export )?const \S+: \S+ =) (\S*\()\{$/.exec(line);
  if (match === null) return null;
  const [, before = "", call = ""] = match;
  if (textWidth(line) === widthMax + 1) return { opened: `${before} ${call}\n  {`, closing: "});", closed: "  },\n);" };
  return { opened: `${before}\n  ${call}{`, closing: "});", closed: "  });" };
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
  const match = /^(import (?:type )?|[\w$]+: )\{ (.*) \}(,| from .*;)$/.exec(code);
  if (match === null) return null;
  const [, before = "", inner = "", after = ""] = match;
  const parts = splitCode(inner, ", ");
  const isImport = after !== ",";
  if (isImport && parts.length === 1) return [code];
  if (!isImport && !parts.every((part) => textWidth(part) + 3 <= width)) return null;
  return [`${before}{`, ...parts.map((part) => `  ${part},`), `}${after}`];
}
