import { ts } from "ts-morph";
import type { RenderedFile } from "../../emit/rendered-file.js";

/** What generated code must not hold: `any`, non-null assertions, comments that silence a checker, imports past the door, syntax that cannot be erased. */
export function findLint({ path, text }: RenderedFile): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const fault = faultOf(node);
    if (fault !== null) found.push(`${path}: ${fault}: ${node.getText(source)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (/@ts-(ignore|nocheck|expect-error)|eslint-disable/.test(text))
    found.push(`${path}: a comment silences a checker`);
  if (text.includes("\r")) found.push(`${path}: a line ends in more than a line feed`);
  if (text !== "" && !text.endsWith("\n")) found.push(`${path}: the last line does not end`);
  return found;
}

function faultOf(node: ts.Node): string | null {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return "any";
  if (ts.isNonNullExpression(node)) return "a non-null assertion";
  if (ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node)) return "syntax that is not erased";
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const known = /^(\.\.?\/|tablewright\/(runtime|codegen\/v1(\/\w+)?)$)/.test(node.moduleSpecifier.text);
    return known ? null : "an import past the door";
  }
  return null;
}
