import { printer } from "prettier/doc";
import { textWidth } from "../../lang/text-width.js";
import { lineDoc } from "./line-layout.js";

const widthMax = 80;

/**
 * Breaks the lines of generated code that are too long, as Prettier's defaults do. Templates print each statement, member and property in one line; so what
 * they print is canonical, and Prettier is not needed to make it so: only its printer of documents is, for the few lines that break.
 */
export function breakLongLines(text: string): string {
  const out: string[] = [];
  // The indentations of blocks that stand one step further right, because the line that opens them was broken.
  const shifted: string[] = [];
  for (const line of text.split("\n")) {
    const indentation = /^ */.exec(line)?.[0] ?? "";
    const closes = shifted.at(-1) === indentation && line.startsWith("}", indentation.length);
    const moved = line === "" ? line : "  ".repeat(shifted.length) + line;
    if (closes) shifted.pop();
    const opened = fits(moved) ? null : openBlock(moved);
    if (opened !== null) shifted.push(indentation);
    out.push(fits(moved) ? moved : (opened ?? breakLine(moved)));
  }
  return out.join("\n");
}

function fits(line: string): boolean {
  return line.length * 2 <= widthMax || textWidth(line) <= widthMax;
}

/** A constant whose value opens a block: the whole value goes to the next line. Null for another line. */
function openBlock(line: string): string | null {
  const match = /^( *)((?:export )?const \S+: \S+ =) (\S*\(\{)$/.exec(line);
  if (match === null) return null;
  const [, indentation = "", before = "", value = ""] = match;
  return `${indentation}${before}\n${indentation}  ${value}`;
}

function breakLine(line: string): string {
  const indentation = /^ */.exec(line)?.[0] ?? "";
  const code = line.slice(indentation.length);
  if (/^(?:\/\/|\/\*|\*)/.test(code)) return line;
  const doc = lineDoc(code);
  if (doc === null) return line;
  const { formatted } = printer.printDocToString(doc, {
    printWidth: widthMax - indentation.length,
    tabWidth: 2,
    useTabs: false,
  });
  return formatted.replaceAll(/^(?=.)/gm, indentation);
}
