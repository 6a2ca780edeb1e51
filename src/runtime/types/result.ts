import type { SliceOptions, Shape } from "./query-options.js";
import type { Many, Maybe, One, TableTypes } from "./table-types.js";

/** What a query gives for a row: the entity or the columns named, and the relations included. */
export type Result<T extends TableTypes, S> = S extends { readonly include: infer I extends object }
  ? Joined<Columns<T["entity"], S>, Included<T["relations"], I>>
  : Columns<T["entity"], S>;

/** What a call gives for a row, by the columns and relations that it named. */
export type Found<T extends TableTypes, C, I> = Result<T, { readonly select: C; readonly include: I }>;

/** A relation that shares its column's name takes the column's place where it is included. */
type Joined<C, R> = keyof C & keyof R extends never ? C & R : Omit<C, keyof R> & R;

type Columns<E, S> = S extends { readonly select: readonly (infer K extends keyof E)[] } ? Pick<E, K> : E;

type Included<R, I> = { [K in keyof I & keyof R as I[K] extends false | undefined ? never : K]: Slot<R[K], I[K]> };

type Slot<R, S> =
  R extends Many<infer T>
    ? Result<T, S>[]
    : R extends Maybe<infer T>
      ? Result<T, S> | null
      : R extends One<infer T>
        ? Result<T, S>
        : never;

/** How a to-one relation is included: true, or its shape. */
export type ToOne<T extends TableTypes> = boolean | undefined | Shape<T>;

/** How a to-many relation is included: true, or a list query; `limit` and `offset` count for each parent. */
export type ToMany<T extends TableTypes> = boolean | undefined | (Shape<T> & SliceOptions<T>);

/** What a filter may ask of a to-many relation. All properties that are given must hold. */
export interface ToManyWhere<W> {
  some?: W;
  /** True where there is no related row. */
  every?: W;
  none?: W;
}

/** A page of results. */
export interface Page<R> {
  items: R[];
  /** The cursor of the page that follows; undefined on the last one. */
  next: string | undefined;
}
