import type { ColumnType } from "../../model/column-type.js";
import type { CodecName } from "../../runtime/codegen/v1/symbols.js";

/** The kinds of types whose codecs are not made from arguments. */
export type PlainType = Exclude<
  ColumnType,
  { readonly kind: "decimal" | "array" | "range" | "enum" | "domain" | "composite" }
>;

/** The codec of a type, by its name in the codec table. */
export function plainCodecOf(type: PlainType): CodecName {
  switch (type.kind) {
    case "integer":
      return integerCodec(type);
    case "float":
      return type.bits === 32 ? "float32" : "float64";
    case "time":
      return type.zone ? "timetz" : "time";
    case "timestamp":
      return type.zone ? "timestamptz" : "timestamp";
    case "bits":
      return type.fixed && type.length === 1 ? "boolean" : "opaque";
    case "opaque":
      return type.comparable ? "opaque" : "opaqueUnequal";
    default:
      return byKind[type.kind];
  }
}

const byKind = {
  boolean: "boolean",
  money: "money",
  text: "text",
  uuid: "uuid",
  xml: "opaqueUnequal",
  bytes: "bytes",
  date: "date",
  year: "year",
  interval: "interval",
  json: "json",
  // Their columns have unions of their own; elsewhere, as elements, they are texts.
  inlineEnum: "text",
  set: "text",
  unsupported: "unknown",
} as const satisfies Readonly<
  Record<Exclude<PlainType["kind"], "integer" | "float" | "time" | "timestamp" | "bits" | "opaque">, CodecName>
>;

function integerCodec({ bits, unsigned, exact }: PlainType & { readonly kind: "integer" }): CodecName {
  if (!exact) return "safeInteger";
  if (bits === 64) return "int64";
  return bits === 32 && unsigned ? "safeInteger" : "int32";
}
