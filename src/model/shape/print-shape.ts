import { compareCodePoints } from "../../lang/compare-code-points.js";
import { isRecord } from "../../lang/is-record.js";
import { textWidth } from "../../lang/text-width.js";
import type { ShapeNode } from "./shape.js";

/**
 * The canonical JSON of a value: keys in the order of its shape, two spaces, LF, and on one line whatever fits into 80 columns, which is how Prettier leaves
 * it. The value must be of the shape.
 */
export function printShape(shape: ShapeNode, value: unknown): string {
  return `${print(shape, value, { indent: "", used: 0 })}\n`;
}

const columnsMax = 80;

interface Place {
  /** The spaces that start the line of the value. */
  readonly indent: string;
  /** Columns of that line that are taken: by the indent, the key and a comma. */
  readonly used: number;
}

interface Member {
  /** `"name": ` in an object, nothing in a list. */
  readonly key: string;
  readonly shape: ShapeNode;
  readonly value: unknown;
}

function print(shape: ShapeNode, value: unknown, { indent, used }: Place): string {
  const flat = flatten(shape, value, columnsMax - used);
  if (flat !== null) return flat;
  const members = membersOf(shape, value);
  if (members === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const lines = members.map(({ key, shape: memberShape, value: member }, place) => {
    const comma = place < members.length - 1 ? "," : "";
    const taken = inner.length + textWidth(key) + comma.length;
    return inner + key + print(memberShape, member, { indent: inner, used: taken }) + comma;
  });
  const [open, close] = bracketsOf(value);
  return `${open}\n${lines.join("\n")}\n${indent}${close}`;
}

/** The value on one line; null where that is wider than `room` columns, or where Prettier would break it nevertheless. */
function flatten(shape: ShapeNode, value: unknown, room: number): string | null {
  if (Array.isArray(value) && (value.length > room / 2 || isAlwaysBroken(shape, value))) return null;
  const members = membersOf(shape, value);
  const [open, close] = bracketsOf(value);
  if (members === null || members.length === 0)
    return within(members === null ? JSON.stringify(value) : open + close, room);
  const space = Array.isArray(value) ? "" : " ";
  let text = open + space;
  let left = room - 2 * (1 + space.length);
  for (const [place, member] of members.entries()) {
    const lead = place === 0 ? member.key : `, ${member.key}`;
    left -= textWidth(lead);
    const flat = left > 0 ? flatten(member.shape, member.value, left) : null;
    if (flat === null) return null;
    left -= textWidth(flat);
    text += lead + flat;
  }
  return text + space + close;
}

/** Prettier never puts two objects of several keys each on one line. */
function isAlwaysBroken(shape: ShapeNode, values: readonly unknown[]): boolean {
  const isLarge = (value: unknown): boolean => isRecord(value) && (membersOf(itemOf(shape), value)?.length ?? 0) > 1;
  return values.length > 1 && values.every(isLarge);
}

function within(text: string, room: number): string | null {
  return textWidth(text) <= room ? text : null;
}

function bracketsOf(value: unknown): readonly [open: string, close: string] {
  return Array.isArray(value) ? ["[", "]"] : ["{", "}"];
}

/** The members of a list or an object in canonical order; null for a scalar. */
function membersOf(shape: ShapeNode, value: unknown): readonly Member[] | null {
  if (Array.isArray(value)) {
    const item = itemOf(shape);
    return value.map((member: unknown) => ({ key: "", shape: item, value: member }));
  }
  if (!isRecord(value)) return null;
  const fields = fieldsOf(shape, value);
  return fields.map(([name, field]) => ({ key: `${JSON.stringify(name)}: `, shape: field(), value: value[name] }));
}

const plain: ShapeNode = { kind: "extra" };

function itemOf(shape: ShapeNode): ShapeNode {
  return shape.kind === "list" ? shape.item() : plain;
}

function fieldsOf(
  shape: ShapeNode,
  value: Readonly<Record<string, unknown>>,
): readonly (readonly [string, () => ShapeNode])[] {
  switch (shape.kind) {
    case "nullable":
      return fieldsOf(shape.inner, value);
    case "object":
      return shape.fields;
    case "union":
      return shape.variants.get(String(value["kind"]))?.fields ?? [];
    default:
      return Object.keys(value)
        .sort(compareCodePoints)
        .map((name) => [name, () => plain]);
  }
}
