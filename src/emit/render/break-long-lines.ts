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
  const simple = breakList(code, widthMax - indentation.length);
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

/** Most lines that break are imports, unions, and properties whose braces open to parts that fit: one part to a line. Null for another line. */
function breakList(code: string, width: number): readonly string[] | null {
  return code.startsWith("import ") ? breakImport(code) : (breakUnion(code, width) ?? breakProperty(code, width));
}

function breakImport(code: string): readonly string[] {
  const open = code.indexOf("{ ");
  const close = code.indexOf(" } from ");
  const names = code.slice(open + 2, close).split(", ");
  // A single name stays on the line, whatever its length.
  if (names.length === 1) return [code];
  return [code.slice(0, open + 1), ...names.map((name) => `  ${name},`), code.slice(close + 1)];
}

function breakUnion(code: string, width: number): readonly string[] | null {
  const [, before, union = ""] = /^(export type \S+ =) (".*" \| ".*");$/s.exec(code) ?? [];
  if (before === undefined) return null;
  if (fitsIn(union, width - 3)) return [before, `  ${union};`];
  return [before, ...splitCode(`${union};`, " | ").map((member) => `  | ${member}`)];
}

function breakProperty(code: string, width: number): readonly string[] | null {
  const [, before, inner = ""] = /^([\p{ID_Continue}$]+: )\{ (.*) \},$/su.exec(code) ?? [];
  if (before === undefined) return null;
  const parts = splitCode(inner, ", ");
  if (parts.length === 1 || ![before, ...parts].every((part) => fitsIn(part, width - 3))) return null;
  return [`${before}{`, ...parts.map((part) => `  ${part},`), "},"];
}
