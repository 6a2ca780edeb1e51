import type { FindBase, TypedValue } from "../../dialect/dialect-traits.js";
import type { ColumnType } from "../../model/column-type.js";
import type { PlanContext } from "./plan-context.js";

/** What a type is over, if it is a domain of the model; else undefined. */
export function baseOf(type: ColumnType, { findType }: PlanContext): TypedValue | undefined {
  const domain = type.kind === "domain" ? findType(type)?.source : undefined;
  return domain?.is === "domain" ? domain.model : undefined;
}

/** The same for dialects, which know no context. */
export function findBase(context: PlanContext): FindBase {
  return (domain) => baseOf(domain, context);
}
