import { createHash } from "node:crypto";

/** Letters and digits that stand for a text: the same for ever, whatever the text holds. */
export function shortHash(text: string, length = 6): string {
  return createHash("sha256").update(text, "utf16le").digest("hex").slice(0, length);
}
