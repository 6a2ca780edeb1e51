import type { EmissionTraits } from "../../dialect/dialect-traits.js";
import type { KeyModel, ViewKeyModel, ViewModel } from "../../model/table-model.js";
import { isStoodInFor } from "./entity-access.js";
import type { NamedEntity } from "./model-names.js";
import { uniqueKeysOf, type UniqueKey } from "./unique-keys.js";

/** The keys of a view: the first is the one that rows are found by, as the primary key of a table. */
export function viewKeysOf(
  entity: NamedEntity,
  view: ViewModel,
  { upsertsIntoViews }: EmissionTraits,
): readonly UniqueKey[] {
  const keys = (view.keys ?? []).map(toKey);
  const named = uniqueKeysOf(entity, { primaryKey: keys[0] ?? null, uniqueKeys: keys.slice(1), indexes: [] });
  // PostgreSQL refuses an upsert into a view whose inserts a trigger takes over; an asserted key has no index that it could rest on.
  const isProved = view.keys?.every(({ source }) => source === "proved") === true;
  const arbiter = isProved && upsertsIntoViews && !isStoodInFor(view, "insert");
  return named.map((key) => ({ ...key, arbiter }));
}

function toKey({ columns }: ViewKeyModel): KeyModel {
  return { name: null, columns, nullsNotDistinct: false, deferrable: "no", comment: null };
}
