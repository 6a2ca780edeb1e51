import type { ConditionScope } from "../condition/condition-scope.js";
import { allOf, always } from "../condition/logic.js";
import { keysetCondition, type Place } from "./keyset.js";
import type { OrderTerm } from "./ordering.js";

/** Some of the rows after a place, in an order of their own. */
export interface PageRegion {
  readonly ordering: readonly OrderTerm[];
  readonly condition: (scope: ConditionScope) => string;
}

/** One or two of them. */
export type PageRegions = readonly [PageRegion, PageRegion?];

/**
 * The rows after a place (all of them without one), as regions to be read one after another. Rows with and without a value in the first column are apart:
 * each is a range of an index, while `a > 1 or a is null` is none, and would be found by reading the index from its start.
 */
export function toPageRegions(ordering: readonly OrderTerm[], place: Place | undefined): PageRegions {
  const [first, ...rest] = ordering;
  if (place === undefined || first === undefined) return [{ ordering, condition: () => always }];
  if (first.nulls === "never") return [afterPlace(ordering, place)];
  const valued: readonly OrderTerm[] = [{ ...first, nulls: "never" }, ...rest];
  const isNull = (scope: ConditionScope): string => `${scope.alias}.${first.column.name} is null`;
  const withoutValue: PageRegion = { ordering: rest, condition: isNull };
  if (place[0] !== null) {
    const withValue = afterPlace(valued, place);
    return first.nulls === "last" ? [withValue, withoutValue] : [withValue];
  }
  const further = afterPlace(rest, place.slice(1));
  const here = {
    ordering: rest,
    condition: (scope: ConditionScope) => allOf([isNull(scope), further.condition(scope)]),
  };
  const withValue = {
    ordering: valued,
    condition: (scope: ConditionScope) => `${scope.alias}.${first.column.name} is not null`,
  };
  return first.nulls === "first" ? [here, withValue] : [here];
}

function afterPlace(ordering: readonly OrderTerm[], place: Place): PageRegion {
  return { ordering, condition: (scope) => keysetCondition(ordering, place, scope) };
}
