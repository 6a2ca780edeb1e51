/** A range of values, as the database holds it: ranges of whole numbers and days come as `[lower, upper)`. */
export interface Range<T> {
  /** Null: no lower bound. */
  readonly lower: T | null;
  /** Null: no upper bound. */
  readonly upper: T | null;
  readonly lowerInclusive: boolean;
  readonly upperInclusive: boolean;
  /** True for the range that holds nothing; its bounds are null and not inclusive. */
  readonly empty: boolean;
}
