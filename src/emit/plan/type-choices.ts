import type { ColumnType } from "../../model/column-type.js";
import type { CodecName } from "../../runtime/codegen/v1/symbols.js";
import type { TypeChoice } from "./type-rule.js";

/** The codecs that a rule may choose for a type on an engine, by the choice; `default` stands for the one that the type has without a rule. */
export function choicesOf(
  type: ColumnType,
  engine: string,
): Readonly<Partial<Record<TypeChoice, CodecName | "default">>> {
  switch (type.kind) {
    case "integer":
      return integerChoices(type);
    case "decimal":
      return { string: "default", number: "decimalNumber" };
    case "boolean":
      return booleanChoices[engine] ?? {};
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

/** Engines that keep booleans as 0 and 1. */
const booleanChoices: Readonly<Record<string, ReturnType<typeof choicesOf>>> = {
  sqlite: { number: "safeInteger" },
  mysql: { number: "int32" },
  mariadb: { number: "int32" },
};

function integerChoices({ bits, exact }: ColumnType & { readonly kind: "integer" }): ReturnType<typeof choicesOf> {
  const wide = exact && bits === 64;
  return { number: wide ? "int64Number" : "default", bigint: wide ? "default" : "int64", string: "int64String" };
}
