import { isRecord } from "../../lang/is-record.js";
import { TextWriter } from "../../lang/text-writer.js";
import { fieldsOf, flattenShape, itemOf } from "./flatten-shape.js";
import type { ShapeNode } from "./shape.js";

/**
 * The canonical JSON of a value: keys in the order of its shape, two spaces, LF, and on one line whatever fits into 80 columns, which is how Prettier leaves
 * it. The value must be of the shape.
 */
export function printShape(shape: ShapeNode, value: unknown): string {
  const writer = new TextWriter();
  print(writer, value, { shape, indent: "\n", used: 0 });
  writer.add("\n");
  return writer.toString();
}

const columnsMax = 80;

interface Place {
  readonly shape: ShapeNode;
  /** What starts a line as deep as the value: LF and spaces. */
  readonly indent: string;
  /** Columns of the value's own line that are taken by the indent, the key and a comma. */
  readonly used: number;
}

function print(writer: TextWriter, value: unknown, place: Place): void {
  const flat = flattenShape(place.shape, value, columnsMax - place.used);
  if (flat !== null) writer.add(flat);
  else if (Array.isArray(value)) expandList(writer, value, place);
  else if (isRecord(value)) expandObject(writer, value, place);
  else writer.add(JSON.stringify(value));
}

function expandList(writer: TextWriter, values: readonly unknown[], { shape, indent }: Place): void {
  const inner = `${indent}  `;
  const item = itemOf(shape);
  const last = values.length - 1;
  for (const [place, value] of values.entries()) {
    writer.add(place === 0 ? "[" : ",", inner);
    // A single object stands on one line with its list, or on several: in between, its width in non-ASCII text would have to be known for certain.
    if (last === 0 && isRecord(value)) expandObject(writer, value, { shape: item, indent: inner, used: 0 });
    else print(writer, value, { shape: item, indent: inner, used: inner.length - (place === last ? 1 : 0) });
  }
  writer.add(indent, "]");
}

function expandObject(writer: TextWriter, value: Readonly<Record<string, unknown>>, { shape, indent }: Place): void {
  const inner = `${indent}  `;
  const fields = fieldsOf(shape, value);
  let lead = "{";
  for (const { name, key, keyWidth, shape: field } of fields) {
    const member = value[name];
    writer.add(lead, inner, key);
    lead = ",";
    if (typeof member !== "object" || member === null) writer.add(scalarText(member));
    else {
      const comma = name === fields.at(-1)?.name ? 0 : 1;
      print(writer, member, { shape: field(), indent: inner, used: inner.length - 1 + keyWidth + comma });
    }
  }
  writer.add(indent, "}");
}

function scalarText(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
