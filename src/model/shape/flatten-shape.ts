import { compareCodePoints } from "../../lang/compare-code-points.js";
import { isRecord } from "../../lang/is-record.js";
import { textWidth, textWidthMax } from "../../lang/text-width.js";
import { toField, type FieldNode, type ShapeNode } from "./shape.js";

/** The value on one line; null where that is wider than `room` columns, or where Prettier would break it nevertheless. */
export function flattenShape(shape: ShapeNode, value: unknown, room: number): string | null {
  if (Array.isArray(value)) return flattenList(shape, value, room);
  if (isRecord(value)) return flattenObject(shape, value, room);
  const text = JSON.stringify(value);
  return textWidth(text) <= room ? text : null;
}

function flattenList(shape: ShapeNode, values: readonly unknown[], room: number): string | null {
  const item = itemOf(shape);
  // Each value takes a character and a comma at the least; and Prettier never puts two objects of several keys each on one line.
  if (values.length * 2 > room || (values.length > 1 && values.every((value) => isLarge(item, value)))) return null;
  let text = "[";
  let left = room - 2;
  for (const value of values) {
    const separator = text === "[" ? "" : ", ";
    const flat = flattenShape(item, value, left - separator.length);
    if (flat === null) return null;
    text += separator + flat;
    left -= separator.length + textWidth(flat);
  }
  return left < 0 ? null : `${text}]`;
}

function isLarge(shape: ShapeNode, value: unknown): boolean {
  return isRecord(value) && fieldsOf(shape, value).length > 1;
}

function flattenObject(shape: ShapeNode, value: Readonly<Record<string, unknown>>, room: number): string | null {
  if (shape.kind === "object" && shape.widthMin > room) return null;
  const fields = fieldsOf(shape, value);
  if (fields.length === 0) return room < 2 ? null : "{}";
  let text = "{ ";
  let left = room - 4;
  for (const { name, key, keyWidth, shape: field } of fields) {
    const separator = text === "{ " ? "" : ", ";
    left -= separator.length + keyWidth;
    const flat = left > 0 ? flattenShape(field(), value[name], left) : null;
    if (flat === null) return null;
    text += separator + key + flat;
    left -= textWidth(flat);
  }
  // Whoever counts fewer columns leaves an object as it is that was not put on one line; lists have to be counted right.
  return textWidthMax(text) + 2 <= room ? `${text} }` : null;
}

const plain: ShapeNode = { kind: "extra" };

/** The shape of a list's items. */
export function itemOf(shape: ShapeNode): ShapeNode {
  return shape.kind === "list" ? shape.item() : plain;
}

/** The fields of an object in canonical order. */
export function fieldsOf(shape: ShapeNode, value: Readonly<Record<string, unknown>>): readonly FieldNode[] {
  switch (shape.kind) {
    case "nullable":
      return fieldsOf(shape.inner, value);
    case "object":
      return shape.hasOptional ? shape.fields.filter(({ name }) => value[name] !== undefined) : shape.fields;
    case "union":
      return shape.variants.get(String(value["kind"]))?.fields ?? [];
    default:
      return Object.keys(value)
        .sort(compareCodePoints)
        .map((name) => toField(name, () => plain));
  }
}
