/** A text as a LIKE pattern that stands for just this text. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** Whether a pattern ends in the middle of an escape. */
export function endsInEscape(pattern: string): boolean {
  return /(?<!\\)(\\\\)*\\$/.test(pattern);
}

/** A LIKE pattern as a GLOB pattern of SQLite, which tells upper and lower case apart. */
export function likeToGlob(pattern: string): string {
  return pattern.replace(/\\([^])|[%_]|[*?[]/g, (match, literal: string | undefined) => {
    if (literal !== undefined) return escapeGlob(literal);
    return match === "%" ? "*" : match === "_" ? "?" : escapeGlob(match);
  });
}

/** A text as a GLOB pattern that stands for just this text. */
export function escapeGlob(text: string): string {
  return text.replace(/[*?[]/g, "[$&]");
}
