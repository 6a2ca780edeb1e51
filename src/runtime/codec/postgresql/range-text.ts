import type { Range } from "../../types/range.js";

/** A range whose bounds are still texts. Null for a text that is no range. */
export function parseRangeText(text: string): Range<string> | null {
  if (text === "empty") return emptyRange;
  const match = rangeText.exec(text);
  if (match === null) return null;
  const [, open, lower = "", upper = "", close] = match;
  return {
    lower: toBound(lower),
    upper: toBound(upper),
    lowerInclusive: open === "[",
    upperInclusive: close === "]",
    empty: false,
  };
}

/** The texts of a multirange's ranges; null for a text that is no multirange. */
export function splitMultirangeText(text: string): readonly string[] | null {
  if (!text.startsWith("{") || !text.endsWith("}")) return null;
  const inside = text.slice(1, -1);
  if (inside === "") return [];
  const ranges = inside.match(rangesText);
  return ranges !== null && ranges.join(",") === inside ? ranges : null;
}

/** A bound as it stands inside a range's brackets. */
export function toRangeBound(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "$&$&")}"`;
}

export const emptyRange: Range<never> = {
  lower: null,
  upper: null,
  lowerInclusive: false,
  upperInclusive: false,
  empty: true,
};

function toBound(token: string): string | null {
  if (token === "") return null;
  return token.startsWith('"')
    ? token.slice(1, -1).replaceAll(/""|\\([^])/g, (escape, escaped: string | undefined) => escaped ?? escape.slice(1))
    : token;
}

const rangeText = /^([[(])("(?:[^"\\]|""|\\[^])*"|[^",]*),("(?:[^"\\]|""|\\[^])*"|[^",]*?)([\])])$/;
const rangesText = /[[(](?:"(?:[^"\\]|""|\\[^])*"|[^",])*,(?:"(?:[^"\\]|""|\\[^])*"|[^",\])])*[\])]/g;
