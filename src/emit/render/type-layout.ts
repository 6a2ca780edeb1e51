import type { Doc } from "prettier";
import { builders } from "prettier/doc";
import { splitCode } from "./split-code.js";

const { group, ifBreak, indent, join, line, softline } = builders;

/** A type after `=` or `:`, on the next line where it has to break. `before` is what stands in front of it, without the space. */
export function typeAfter(before: Doc, code: string): Doc {
  const members = splitCode(code, " | ");
  if (members.length === 1 || isHugged(members)) return [before, " ", code];
  return [before, group(indent([line, group([ifBreak("| "), join([line, "| "], [...members])])]))];
}

/** The type of a parameter or a result, which breaks within its brackets. */
export function typeDoc(code: string): Doc {
  const argument = /^(\w+)<(.*)>$/s.exec(code);
  if (argument === null) return code.startsWith("{") ? objectTypeDoc(code) : code;
  const [, name = "", inner = ""] = argument;
  const members = splitCode(inner, " | ");
  if (members.length === 1) return code;
  const union = group([ifBreak("| "), join([line, "| "], [...members])]);
  return [name, group(["<", indent([softline, union]), softline, ">"])];
}

function objectTypeDoc(code: string): Doc {
  const members = splitCode(code.slice(1, -1).trim(), "; ");
  return group(["{", indent([line, join([";", line], [...members])]), ifBreak(";"), line, "}"]);
}

/** A named type or null stays on the line, whatever its length. */
function isHugged(members: readonly string[]): boolean {
  return members.length === 2 && members[1] === "null" && /^[A-Z]\w*(?:<.*>)?$/s.test(members[0] ?? "");
}
