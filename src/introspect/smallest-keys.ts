import type { ViewKeyModel } from "../model/table-model.js";

/** The proved keys of a view, in their order, without those that hold all columns of another: of equal ones the first stays. */
export function toSmallestKeys(proved: readonly (readonly string[])[]): readonly ViewKeyModel[] {
  return proved
    .filter(
      (key, place) =>
        !proved.some(
          (other, at) => at !== place && makesNeedless(other, key) && (other.length < key.length || at < place),
        ),
    )
    .map((columns) => ({ columns, source: "proved" }));
}

function makesNeedless(smaller: readonly string[], key: readonly string[]): boolean {
  return smaller.length <= key.length && smaller.every((column) => key.includes(column));
}
