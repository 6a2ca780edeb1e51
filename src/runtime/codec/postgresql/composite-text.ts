import { readItem } from "./item-reader.js";

/** The fields of a composite value's text; null for a field that is null. Null for a text that is no composite. */
export function parseCompositeText(text: string): (string | null)[] | null {
  if (!text.startsWith("(")) return null;
  const reader = { text, at: 1 };
  const fields: (string | null)[] = [];
  for (;;) {
    const field = readItem(reader, ",)");
    if (field === undefined) return null;
    fields.push(field);
    const end = text.charAt(reader.at++);
    if (end === ")") return reader.at === text.length ? fields : null;
    if (end !== ",") return null;
  }
}
