/** A name from a catalog as it may be shown: control characters, which could steer the terminal, become their escapes. */
export function visible(name: string): string {
  return name.replaceAll(
    /[\p{Cc}\u{2028}\u{2029}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** An expression on one line, however it was laid out. */
export function visibleSql(sql: string): string {
  return visible(sql.replaceAll(/\s+/g, " ").trim());
}
