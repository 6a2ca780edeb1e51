/**
 * The places into which a statement of Oracle gives its rows: `returning "ID", "NAME" into :o1_text, :o2_text`. A place's name says how the driver is to take its
 * values, so that the text alone tells it.
 */
export type OracleOutKind = "blob" | "boolean" | "bytes" | "clob" | "double" | "text";

/** The placeholder of an output at a position from 1. Its name differs from those of inputs, as the driver wants it (NJS-149). */
export function toOut(position: number, kind: OracleOutKind): string {
  return `:o${position}_${kind}`;
}

/** The kinds of the outputs that a text ends with; none for a text without such. */
export function outsOf(sql: string): readonly OracleOutKind[] {
  const list = outputs.exec(sql)?.[1] ?? "";
  return Array.from(list.matchAll(/_([a-z]+)/g), ([, kind]) => kind as OracleOutKind);
}

const outputs =
  / into (:o1_(?:blob|boolean|bytes|clob|double|text)(?:, :o\d+_(?:blob|boolean|bytes|clob|double|text))*)$/;
