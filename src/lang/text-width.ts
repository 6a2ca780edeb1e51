/**
 * How many columns a line of text takes in a fixed-width font, as formatters count them: two for wide East Asian characters and emoji, none for control
 * characters and combining accents.
 */
export function textWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** A width that no way of counting exceeds: two columns for whatever is not ASCII. */
export function textWidthMax(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : 2 * [...text].length;
}

const none = /^[\p{Cc}\u{300}-\u{36f}\u{200b}-\u{200d}\u{20d0}-\u{20ff}\u{fe00}-\u{fe0f}]$/u;
const wide =
  /^[\u{1100}-\u{115f}\u{2e80}-\u{303e}\u{3041}-\u{33ff}\u{3400}-\u{4dbf}\u{4e00}-\u{a4cf}\u{a960}-\u{a97f}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff01}-\u{ff60}\u{ffe0}-\u{ffe6}\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}$/u;

function characterWidth(character: string): number {
  if (none.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
