import type { PlannedType } from "./plan-type.js";
import type { UserType } from "./type-rule.js";
import { uncapitalize } from "./words.js";

/** A type of the user's own with its codec, or, without one, the column's own codec under that type: a JSON document's shape, a branded text. */
export function planUserType({ type, codec, from }: UserType, base: PlannedType): PlannedType {
  const ownType: PlannedType["type"] = (scope) => scope.foreign(from, type, true);
  if (codec === undefined) {
    return {
      type: ownType,
      where: base.where,
      codec: (scope) => {
        scope.doorTypes("Codec");
        return scope.constant(
          `${uncapitalize(type)}Codec`,
          `${base.codec(scope)} as Codec<unknown> as Codec<${ownType(scope)}>`,
        );
      },
      ordered: base.ordered,
      symbol: base.symbol,
    };
  }
  return {
    type: ownType,
    where: (scope) => {
      scope.doorTypes("EnumWhere");
      return `EnumWhere<${ownType(scope)}>`;
    },
    codec: (scope) => scope.foreign(from, codec, false),
    ordered: true,
    symbol: null,
  };
}
