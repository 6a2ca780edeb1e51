import { codecSymbols } from "../codegen/v1/symbols.js";

/** What filters can ask of a column's values: follows from the filter type that the codec table declares for its codec. */
export type ValueKind = "equal" | "ordered" | "text" | "json" | "array" | "range" | "null";

const kinds: Readonly<Record<string, ValueKind>> = {
  BooleanWhere: "equal",
  EnumWhere: "equal",
  NumberWhere: "ordered",
  BigIntWhere: "ordered",
  DecimalWhere: "ordered",
  StringWhere: "ordered",
  DateWhere: "ordered",
  BytesWhere: "ordered",
  TextWhere: "text",
  JsonWhere: "json",
  ArrayWhere: "array",
  RangeWhere: "range",
  NullWhere: "null",
};

const symbols = new Map<string, { readonly where: string }>(Object.entries(codecSymbols));

/** The kind of a codec's values, by the codec's name. A codec that the table does not list, a user's own, has ordered values. */
export function toValueKind(codec: string): ValueKind {
  const where = symbols.get(beforeFirst(codec, "("))?.where ?? "";
  return kinds[beforeFirst(where, "<")] ?? "ordered";
}

/** Whether the codec table lists a codec, by the codec's name. */
export function isKnownCodec(codec: string): boolean {
  return symbols.has(beforeFirst(codec, "("));
}

function beforeFirst(text: string, mark: string): string {
  const end = text.indexOf(mark);
  return end === -1 ? text : text.slice(0, end);
}
