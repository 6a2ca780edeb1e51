import { builders } from "prettier/doc";
import { assignmentDoc, entryDoc, expressionDoc } from "./expression-layout.js";
import { closingBracket, splitCode } from "./split-code.js";
import { objectTypeDoc, typeAfter, typeDoc } from "./type-layout.js";

const { group, ifBreak, indent, indentIfBreak, join, line, softline } = builders;
type Doc = builders.Doc;

/** How a line of code breaks; null for one that cannot. The line has no indentation. */
export function lineDoc(code: string): Doc | null {
  for (const [form, layout] of forms) {
    const match = form.exec(code);
    if (match !== null) return layout(match.slice(1));
  }
  return null;
}

type Layout = (parts: readonly string[]) => Doc | null;

const forms: readonly (readonly [RegExp, Layout])[] = [
  [/^(export type \S+ =) (.*);$/s, ([before = "", type = ""]) => [typeAlias(before, type), ";"]],
  [/^((?:export )?const [^=]*?) = (.*);$/s, ([before = "", value = ""]) => [assignmentDoc(before, " =", value), ";"]],
  [/^return (.*);$/s, ([value = ""]) => ["return ", expressionDoc(value), ";"]],
  [/^([\p{ID_Continue}$]+\(.*\): .*);$/su, ([head = ""]) => headDoc(head, ";")],
  [/^([\p{ID_Continue}$.]+) = (.*);$/su, ([before = "", value = ""]) => [assignmentDoc(before, " =", value), ";"]],
  [/^(.*\)?) \{$/s, ([head = ""]) => headDoc(head, " {")],
  [/^(.*),$/s, ([entry = ""]) => [entryDoc(entry), ","]],
  [/^([\p{ID_Continue}$#]+\??:) (.*);$/su, ([before = "", type = ""]) => group([typeAfter(before, type), ";"])],
];

/** A type that is no union goes to the next line too, where it cannot begin on this one. */
function typeAlias(before: string, type: string): Doc {
  if (splitCode(type, " | ").length > 1) return group(typeAfter(before, type));
  const id = Symbol("type");
  return group([before, group(indent(line), { id }), indentIfBreak(typeDoc(type), { groupId: id })]);
}

/** The head of a method, a constructor or a function, and what ends its line; null for that of a class. */
function headDoc(head: string, end: string): Doc | null {
  const open = head.indexOf("(");
  if (open === -1) return null;
  const close = closingBracket(head, open);
  const parameter = head.slice(open + 1, close);
  if (parameter === "") return null;
  const result = head.slice(close + 1);
  const after: Doc = result.startsWith(": ") ? [": ", typeDoc(result.slice(2))] : result;
  const parameters = splitCode(parameter, ", ");
  const [name = "", type = ""] = splitCode(parameter, ": ");
  // An object's lines break with the head itself, before the result's.
  if (parameters.length === 1 && type.startsWith("{")) {
    return [
      group([head.slice(0, open), "(", name, ": ", objectTypeDoc(parameter.slice(name.length + 2)), ")", after]),
      end,
    ];
  }
  const list = indent([softline, join([",", line], [...parameters])]);
  return [group([head.slice(0, open), "(", list, ifBreak(","), softline, ")", after]), end];
}
