import type { EmissionTraits } from "../../dialect/dialect-traits.js";
import type { ColumnType } from "../../model/column-type.js";
import type { CodecName } from "../../runtime/codegen/v1/symbols.js";
import type { TypeChoice } from "./type-rule.js";

/** The codecs that a rule may choose for a type on an engine, by the choice; `default` stands for the one that the type has without a rule. */
export function choicesOf(
  type: ColumnType,
  { booleanNumber }: EmissionTraits,
): Readonly<Partial<Record<TypeChoice, CodecName | "default">>> {
  switch (type.kind) {
    case "integer":
      return integerChoices(type);
    case "decimal":
      return { string: "default", number: "decimalNumber" };
    case "boolean":
      return booleanNumber === null ? {} : { number: booleanNumber };
    case "year":
      return { number: "default" };
    case "date":
      return { Date: "dateObject", string: "default" };
    case "timestamp":
      return { Date: "default", string: type.zone ? "timestamptzString" : "timestampString" };
    default:
      return {};
  }
}

function integerChoices({ bits, exact }: ColumnType & { readonly kind: "integer" }): ReturnType<typeof choicesOf> {
  const wide = exact && bits === 64;
  return { number: wide ? "int64Number" : "default", bigint: wide ? "default" : "int64", string: "int64String" };
}
