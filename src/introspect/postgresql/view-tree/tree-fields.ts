import { unescapeWord, type TreeNode, type TreeValue } from "./parse-node-tree.js";

/** The node in a field; null where there is none. */
export function nodeAt(node: TreeNode, field: string): TreeNode | null {
  return toNode(node.fields.get(field) ?? null);
}

/** The nodes of a list in a field; empty where there is none. */
export function nodesAt(node: TreeNode, field: string): readonly TreeNode[] {
  return toNodes(node.fields.get(field) ?? null);
}

/** The nodes of a list; empty for what is none. */
export function toNodes(value: TreeValue): readonly TreeNode[] {
  return itemsOf(value).flatMap((item) => toNode(item) ?? []);
}

/** The node at a place in the list of a field, from 1; null where there is none: lists have gaps where columns were dropped. */
export function nodeIn(node: TreeNode, field: string, place: number): TreeNode | null {
  return toNode(itemsOf(node.fields.get(field) ?? null)[place - 1] ?? null);
}

/** The lists of a list in a field: the rows of VALUES. */
export function listsAt(node: TreeNode, field: string): readonly (readonly TreeNode[])[] {
  return itemsOf(node.fields.get(field) ?? null).map(toNodes);
}

/** The number in a field; 0 where there is none. */
export function numberAt(node: TreeNode, field: string): number {
  const value = node.fields.get(field);
  return typeof value === "string" ? Number(value) : 0;
}

/** The word in a field; an empty string where there is none. */
export function wordAt(node: TreeNode, field: string): string {
  const value = node.fields.get(field);
  return typeof value === "string" ? unescapeWord(value) : "";
}

export function isTrueAt(node: TreeNode, field: string): boolean {
  return node.fields.get(field) === "true";
}

/** Whether a field holds something. */
export function hasAt(node: TreeNode, field: string): boolean {
  return (node.fields.get(field) ?? null) !== null;
}

/** The conditions that all have to hold for this one to hold. */
export function conjunctsOf(condition: TreeNode | null): readonly TreeNode[] {
  if (condition === null) return [];
  if (condition.type !== "BOOLEXPR" || wordAt(condition, "boolop") !== "and") return [condition];
  return nodesAt(condition, "args").flatMap(conjunctsOf);
}

/** An expression without the relabelling of its type, which leaves the value as it is. */
export function withoutRelabel(expression: TreeNode): TreeNode {
  const inner = expression.type === "RELABELTYPE" ? nodeAt(expression, "arg") : null;
  return inner === null ? expression : withoutRelabel(inner);
}

function itemsOf(value: TreeValue): readonly TreeValue[] {
  return Array.isArray(value) ? (value as readonly TreeValue[]) : [];
}

function toNode(value: TreeValue): TreeNode | null {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as TreeNode) : null;
}
