/**
 * How a column orders rows. Null counts as greater than every value unless `nulls` says otherwise: last when ascending, first when descending, on every
 * engine. Undefined counts as absent.
 */
export type OrderDirection =
  "asc" | "desc" | { readonly dir: "asc" | "desc"; readonly nulls?: "first" | "last" | undefined } | undefined;
