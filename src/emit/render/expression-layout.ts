import { builders } from "prettier/doc";
import { fitsIn } from "./fits-in.js";
import { closingBracket, splitCode } from "./split-code.js";

const { align, conditionalGroup, fill, group, ifBreak, indent, indentIfBreak, join, line, softline } = builders;
type Doc = builders.Doc;

/** `before`, an operator and a value: the value goes to the next line where Prettier puts it there. */
export function assignmentDoc(before: Doc, operator: string, value: string): Doc {
  const right = expressionDoc(value);
  if (breaksAfterOperator(value)) return group([before, operator, group(indent([line, right]))]);
  const id = Symbol(operator);
  return group([before, operator, group(indent(line), { id }), indentIfBreak(right, { groupId: id })]);
}

/** An expression that can break over lines. */
export function expressionDoc(code: string): Doc {
  const [test = "", whole, otherwise] = splitTernary(code);
  if (whole !== undefined && otherwise !== undefined) {
    return group([
      test,
      indent([line, "? ", align(2, expressionDoc(whole)), line, ": ", align(2, expressionDoc(otherwise))]),
    ]);
  }
  if (code.startsWith("() => ")) return group(["() =>", group(indent([line, code.slice("() => ".length)]))]);
  if (code.startsWith("[")) return listDoc(code);
  if (code.startsWith("{")) return objectDoc(code);
  if (code.startsWith("(")) return bracketDoc(code);
  return callDoc(code);
}

function splitTernary(code: string): readonly string[] {
  const [test = "", rest] = splitCode(code, " ? ");
  return rest === undefined ? [code] : [test, ...splitCode(rest, " : ")];
}

/** An assignment in brackets. */
function bracketDoc(code: string): Doc {
  const [before = "", value] = splitCode(code.slice(1, -1), " ??= ");
  return value === undefined ? code : ["(", assignmentDoc(before, " ??=", value), ")"];
}

function listDoc(code: string): Doc {
  const items = itemsOf(code);
  if (items.length === 0) return code;
  const body = isNumbers(items) ? filled(items) : separated(items);
  return group(["[", indent([softline, body]), ifBreak(","), softline, "]"]);
}

/** As many to a line as it takes. */
function filled(items: readonly string[]): Doc {
  const last = items.length - 1;
  return fill(items.flatMap((item, index): Doc[] => (index === last ? [item] : [[item, ","], line])));
}

function objectDoc(code: string): Doc {
  const entries = itemsOf(code);
  if (entries.length === 0) return code;
  return group(["{", indent([line, join([",", line], entries.map(entryDoc))]), ifBreak(","), line, "}"]);
}

/** A property of an object literal. A value stays behind a key so short that a line break would gain nothing, unless it is a choice. */
export function entryDoc(code: string): Doc {
  const [key = "", ...rest] = splitCode(code, ": ");
  const value = rest.join(": ");
  const isChoice = splitTernary(value).length > 1;
  if (fitsIn(key, shortKeyMax) && !isChoice) return group([key, ": ", expressionDoc(value)]);
  return assignmentDoc(key, ":", value);
}

// The width of an indentation, and less than three characters more.
const shortKeyMax = 4;

function separated(items: readonly string[]): Doc {
  return join([",", line], items.map(expressionDoc));
}

function itemsOf(code: string): readonly string[] {
  const inner = code.slice(1, -1).trim();
  return inner === "" ? [] : splitCode(inner, ", ");
}

/** A call or a construction, its last argument opened in place where it is a list or an object; anything else as it is. */
function callDoc(code: string): Doc {
  const open = openingOfArguments(code);
  if (open === -1) return code;
  const callee = code.slice(0, open);
  const items = itemsOf(code.slice(open));
  if (items.length === 0) return code;
  const docs = items.map(expressionDoc);
  const brokenOut = group(["(", indent([softline, join([",", line], docs)]), ifBreak(","), softline, ")"], {
    shouldBreak: false,
  });
  if (!opensLast(items)) return [callee, brokenOut];
  const [last = ""] = docs.slice(-1);
  const others = docs.slice(0, -1).flatMap((doc): Doc[] => [doc, ", "]);
  const opened: Doc = ["(", ...others, group(last, { shouldBreak: true }), ")"];
  const allBroken = group(["(", indent([softline, join([",", line], docs)]), ifBreak(","), softline, ")"], {
    shouldBreak: true,
  });
  return [callee, conditionalGroup([["(", ...others, last, ")"], opened, allBroken])];
}

/** Where the arguments of a call begin that ends the code; -1 where it ends in none. */
function openingOfArguments(code: string): number {
  for (let position = 0; position < code.length; position += 1) {
    if (code[position] === "(" && closingBracket(code, position) === code.length - 1) return position;
  }
  return -1;
}

/** Whether the last argument opens in place: a list or an object that holds something, after none of its own kind. */
function opensLast(items: readonly string[]): boolean {
  const last = items.at(-1) ?? "";
  const before = items.at(-2) ?? "";
  if (!/^(?:\[.+\]|\{.+\})$/s.test(last) || before.charAt(0) === last.charAt(0)) return false;
  if (items.length === 1 || !last.startsWith("[")) return true;
  return !isNumbers(itemsOf(last)) && !(items.length === 2 && before.startsWith("() =>"));
}

function isNumbers(items: readonly string[]): boolean {
  return items.length > 1 && items.every((item) => /^-?[\d.]+$/.test(item));
}

/** What would gain nothing from breaking in itself: a member of an object, a text, a choice, a call with one short argument. */
function breaksAfterOperator(code: string): boolean {
  if (/^(?:["']|[\p{ID_Continue}$.#]+$)/u.test(code) || splitTernary(code).length > 1) return true;
  const open = openingOfArguments(code);
  if (open === -1 || !/^[\p{ID_Continue}$.]+(?:<[\p{ID_Continue}$]+>)?$/u.test(code.slice(0, open))) return false;
  const items = itemsOf(code.slice(open));
  return items.length === 0 || (items.length === 1 && isShort(items[0] ?? ""));
}

// A quarter of the line.
const shortMax = 20;

function isShort(argument: string): boolean {
  return (
    /^-?\d+$/.test(argument) ||
    argument === "null" ||
    (/^[\p{ID_Continue}$]+$/u.test(argument) && argument.length <= shortMax)
  );
}
