import type { Range } from "./range.js";

/**
 * What a filter may ask of a column whose values are only told apart. All properties that are given must hold.
 *
 * A comparison with null is false, except that `ne` and `notIn` have TypeScript's sense: null differs from every value.
 */
export interface EqualityFilter<T> {
  /** Null asks for rows without a value. */
  eq?: T | null;
  /** Null asks for rows with a value. */
  ne?: T | null;
  /** Nothing is in an empty list. Lists of any length take one statement. */
  in?: readonly T[];
  notIn?: readonly T[];
}

/** What a filter may ask of a column whose values have an order: the database's own, so that texts follow the column's collation. */
export interface ComparableFilter<T> extends EqualityFilter<T> {
  lt?: T;
  lte?: T;
  gt?: T;
  gte?: T;
  /** Both ends included. */
  between?: readonly [T, T];
}

/**
 * What a filter may ask of text. The patterns and parts tell upper and lower case apart on every engine, but for `ilike`; equality and order are those of the
 * column's collation, which does not on MySQL and MariaDB unless it is a binary one.
 */
export interface TextFilter extends ComparableFilter<string> {
  /** A pattern taken as it is: `%` any characters, `_` one character, `\` takes the next one literally. */
  like?: string;
  /** Null is not like anything, so that rows without a value are found. */
  notLike?: string;
  /** A pattern without regard to case. SQLite knows the case of ASCII letters only. */
  ilike?: string;
  /** Taken literally, whatever it holds. */
  startsWith?: string;
  /** Taken literally, whatever it holds. */
  endsWith?: string;
  /** Taken literally, whatever it holds. */
  contains?: string;
}

/** What a filter may ask of a list of values. */
export interface ArrayFilter<T> {
  eq?: readonly T[] | null;
  ne?: readonly T[] | null;
  has?: T;
  /** Every list has all of an empty one. */
  hasEvery?: readonly T[];
  /** No list has some of an empty one. */
  hasSome?: readonly T[];
  /** Rows without a list are neither. */
  isEmpty?: boolean;
}

/** What a filter may ask of a range. */
export interface RangeFilter<T> {
  eq?: Range<T> | null;
  ne?: Range<T> | null;
  contains?: T;
  containsRange?: Range<T>;
  containedBy?: Range<T>;
  overlaps?: Range<T>;
  isEmpty?: boolean;
}

export type BooleanWhere = boolean | EqualityFilter<boolean>;
export type NumberWhere = number | ComparableFilter<number>;
export type BigIntWhere = bigint | ComparableFilter<bigint>;
/** Decimals compare by value, not as texts. */
export type DecimalWhere = string | ComparableFilter<string>;
/** Texts of the database's own types, compared as that type compares. */
export type StringWhere = string | ComparableFilter<string>;
export type TextWhere = string | TextFilter;
export type DateWhere = Date | ComparableFilter<Date>;
/** Bytes compare from the left, unsigned. */
export type BytesWhere = Uint8Array | ComparableFilter<Uint8Array>;
export type EnumWhere<T> = T | EqualityFilter<T>;
export type ArrayWhere<T> = readonly T[] | ArrayFilter<T>;
export type RangeWhere<T> = Range<T> | RangeFilter<T>;

/** A column of JSON. Null (outside this object) asks for rows without a value; the value null of JSON is `{ eq: null }`. */
export interface JsonWhere {
  /** Where to look: names of members and positions in lists; default the whole value. Nothing is found where the path does not lead. */
  path?: readonly (string | number)[];
  /** Equal as JSON: the order of members does not matter. */
  eq?: unknown;
  /** Also true where the path does not lead. */
  ne?: unknown;
  /** Objects contain their members, at any depth; lists contain elements, in any order. */
  contains?: unknown;
}

/** A column that can only be asked whether it has a value. */
export interface NullWhere {
  eq?: null;
  ne?: null;
}
