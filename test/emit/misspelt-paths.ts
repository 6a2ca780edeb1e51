import type { ViewShape } from "./view-shape.js";

/**
 * The paths of a template that lead to no field of its view. Handlebars prints nothing for them in `if` and `each`, so that nobody would notice. `stack` are
 * the contexts, the innermost last.
 */
export function misspeltPaths(
  program: hbs.AST.Program,
  stack: readonly ViewShape[],
  partials: ReadonlyMap<string, hbs.AST.Program>,
): readonly string[] {
  return program.body.flatMap((statement) => {
    if (statement.type === "MustacheStatement") return missing((statement as hbs.AST.MustacheStatement).path, stack);
    if (statement.type === "BlockStatement") return inBlock(statement as hbs.AST.BlockStatement, stack, partials);
    if (statement.type === "PartialStatement") return inPartial(statement as hbs.AST.PartialStatement, stack, partials);
    return statement.type === "ContentStatement" ? [] : [`${statement.type} is not expected`];
  });
}

function inBlock(
  block: hbs.AST.BlockStatement,
  stack: readonly ViewShape[],
  partials: ReadonlyMap<string, hbs.AST.Program>,
): readonly string[] {
  const helper = block.path.original;
  const [subject] = block.params;
  if (subject === undefined || !["if", "unless", "each"].includes(helper)) return [`{{#${helper}}}`];
  const wrong = missing(subject, stack);
  if (wrong.length > 0) return wrong;
  const inner = helper === "each" ? [...stack, elementOf(subject, stack)] : stack;
  const otherwise = block.inverse === undefined ? [] : misspeltPaths(block.inverse, stack, partials);
  return [...misspeltPaths(block.program, inner, partials), ...otherwise];
}

function inPartial(
  statement: hbs.AST.PartialStatement,
  stack: readonly ViewShape[],
  partials: ReadonlyMap<string, hbs.AST.Program>,
): readonly string[] {
  const name = (statement.name as hbs.AST.PathExpression).original;
  const program = partials.get(name);
  if (program === undefined) return [`{{> ${name}}}`];
  const [subject] = statement.params;
  if (subject === undefined) return misspeltPaths(program, stack, partials);
  const wrong = missing(subject, stack);
  if (wrong.length > 0) return wrong;
  const shape = resolve(subject as hbs.AST.PathExpression, stack);
  return misspeltPaths(program, shape === undefined ? stack : [...stack, shape], partials);
}

function missing(expression: hbs.AST.Expression, stack: readonly ViewShape[]): readonly string[] {
  const path = expression as hbs.AST.PathExpression;
  if (path.data) return path.original === "@first" ? [] : [path.original];
  return resolve(path, stack) === undefined ? [path.original] : [];
}

/** A list that no view fills has elements of no known shape: then every name within is missing, which asks for a richer model. */
function elementOf(expression: hbs.AST.Expression, stack: readonly ViewShape[]): ViewShape {
  return resolve(expression as hbs.AST.PathExpression, stack)?.element ?? { fields: new Map(), element: null };
}

function resolve({ depth, parts }: hbs.AST.PathExpression, stack: readonly ViewShape[]): ViewShape | undefined {
  let shape = stack.at(-1 - depth);
  for (const part of parts) shape = shape?.fields.get(String(part));
  return shape;
}
