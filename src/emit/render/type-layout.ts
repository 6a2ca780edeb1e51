import { builders } from "prettier/doc";
import { splitCode } from "./split-code.js";

const { group, ifBreak, indent, join, line, softline } = builders;
type Doc = builders.Doc;

/** A type after `=` or `:`, on the next line where it has to break. `before` is what stands in front of it, without the space. */
export function typeAfter(before: Doc, code: string): Doc {
  const members = splitCode(code, " | ");
  if (members.length === 1 || isHugged(members)) return [before, " ", code];
  return [before, group(indent([line, group([ifBreak("| "), join([line, "| "], [...members])])]))];
}

/** The type of a parameter or a result, which breaks within its brackets. */
export function typeDoc(code: string): Doc {
  const argument = /^([\p{ID_Continue}$]+)<(.*)>$/su.exec(code);
  if (argument === null) return code;
  const [, name = "", inner = ""] = argument;
  const parts = splitCode(inner, ", ");
  const members = splitCode(inner, " | ");
  if (parts.length === 1 && members.length === 1) return code;
  const union = group([ifBreak("| "), join([line, "| "], [...members])]);
  const body = parts.length > 1 ? join([",", line], [...parts]) : union;
  return [name, group(["<", indent([softline, body]), softline, ">"])];
}

/** The type of an object, whose lines break where what stands around it does. */
export function objectTypeDoc(code: string): Doc {
  const members = splitCode(code.slice(1, -1).trim(), "; ");
  return ["{", indent([line, join([";", line], [...members])]), ifBreak(";"), line, "}"];
}

/** A named type or null stays on the line, whatever its length. */
function isHugged(members: readonly string[]): boolean {
  const [named = "", other] = members;
  return (
    members.length === 2 && other === "null" && !keywords.has(named) && /^[\p{ID_Continue}$]+(?:<.*>)?$/su.test(named)
  );
}

const keywords: ReadonlySet<string> = new Set(["bigint", "boolean", "never", "number", "string", "unknown"]);
