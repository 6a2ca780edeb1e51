import { commentText } from "./code-text.js";

/** The lines of a TSDoc comment: the catalog's comment, which can have many lines, then facts in one line of Markdown. Empty where there is nothing to say. */
export function docComment(comment: string | null, facts: string): readonly string[] {
  const lines = comment === null ? [] : toLines(comment);
  const text = [...lines, ...(lines.length > 0 && facts !== "" ? [""] : []), ...(facts === "" ? [] : [facts])];
  if (text.length === 0) return [];
  if (text.length === 1) return [`/** ${text[0] ?? ""} */`];
  return ["/**", ...text.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"];
}

function toLines(comment: string): readonly string[] {
  const lines = comment.split(/\r\n|[\n\r\u2028\u2029]/).map(commentText);
  const first = lines.findIndex((line) => line !== "");
  const last = lines.findLastIndex((line) => line !== "");
  return first === -1 ? [] : lines.slice(first, last + 1);
}
