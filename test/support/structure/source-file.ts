import { readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";

/** What the structure tests ask of a TypeScript file. */
export interface SourceFile {
  /** Relative to the project, with slashes. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly functions: readonly FunctionSize[];
  /** Names that it takes from nowhere: globals such as `process`. */
  readonly globals: ReadonlySet<string>;
}

export interface Import {
  /** A path relative to the project for a file of it; otherwise as written: a package or a `node:` module. */
  readonly target: string;
  /** Whether the statement brings in nothing that exists at run time. */
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

export interface FunctionSize {
  /** The function's name and line. */
  readonly name: string;
  readonly lines: number;
  readonly parameters: number;
}

/** Parses a file, without resolving anything. */
export function loadSourceFile(root: string, path: string): SourceFile {
  const text = readFileSync(posix.join(root, path), "utf8");
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const nodes = allNodes(source);
  return {
    path,
    lines: text.split("\n").length - 1,
    imports: nodes.flatMap((node) => toImport(path, node)),
    functions: nodes.flatMap((node) => toFunctionSize(source, node)),
    globals: new Set(
      nodes
        .filter(ts.isIdentifier)
        .filter(isReference)
        .map((node) => node.text),
    ),
  };
}

function allNodes(source: ts.SourceFile): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return nodes;
}

function toImport(path: string, node: ts.Node): readonly Import[] {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return [{ target: resolve(path, node.moduleSpecifier.text), typeOnly: isTypeOnlyImport(node), dynamic: false }];
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
    return [{ target: resolve(path, node.moduleSpecifier.text), typeOnly: isTypeOnlyExport(node), dynamic: false }];
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [specifier] = node.arguments;
    // A computed specifier is not of this project: its files are imported by name.
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return [];
    return [{ target: resolve(path, specifier.text), typeOnly: false, dynamic: true }];
  }
  return [];
}

function isTypeOnlyImport({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.isTypeOnly) return true;
  const { name, namedBindings } = importClause;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

function isTypeOnlyExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  if (isTypeOnly) return true;
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return false;
  return exportClause.elements.length > 0 && exportClause.elements.every((element) => element.isTypeOnly);
}

/** Imports name the file that the compiler will write: `.js` stands for `.ts`. */
function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}

function toFunctionSize(source: ts.SourceFile, node: ts.Node): readonly FunctionSize[] {
  if (!ts.isFunctionLike(node) || !("body" in node) || node.body === undefined) return [];
  const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
  const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
  const name = node.name?.getText(source) ?? "a function";
  return [{ name: `${name} at line ${first + 1}`, lines: last - first + 1, parameters: node.parameters.length }];
}

/** Whether an identifier stands for a value in scope, and does not name a member or a declaration. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !("name" in parent && parent.name === node);
}
