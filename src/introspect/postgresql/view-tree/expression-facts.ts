/** What the catalog says of the server's own operators, functions and casts, as far as proofs need it; by oid. */
export interface ExpressionFacts {
  /** Operators called `=`. */
  readonly equalities: ReadonlySet<number>;
  /** Operators that give null only for null. */
  readonly operators: ReadonlySet<number>;
  /** The names of those of the server's functions that are named below. */
  readonly functions: ReadonlyMap<number, string>;
  /** The functions of casts that give null only for null. */
  readonly casts: ReadonlySet<number>;
}

/** Comparisons and concatenations: they give null only for null, whatever the types. */
export const plainOperators: readonly string[] = [
  ...["=", "<>", "<", "<=", ">", ">=", "~~", "!~~", "~~*", "!~~*", "~", "!~", "~*", "!~*"],
  ...["||", "@>", "<@", "&&", "^@"],
];

/** These do so over numbers, dates and times. */
export const numericOperators: readonly string[] = ["+", "-", "*", "/", "%", "^"];

/** Functions that never give null, whatever they are given. */
export const totalFunctions: ReadonlySet<string> = new Set([
  ...["concat", "json_build_array", "json_build_object", "jsonb_build_array", "jsonb_build_object"],
]);

/** Functions that give null only for null: https://www.postgresql.org/docs/current/functions.html. */
export const strictFunctions: ReadonlySet<string> = new Set([
  ...["abs", "age", "array_append", "array_cat", "array_prepend", "array_to_string", "ascii", "bit_length", "btrim"],
  ...["cardinality", "cbrt", "ceil", "ceiling", "char_length", "character_length", "chr", "clock_timestamp"],
  ...["concat_ws", "current_database", "date_trunc", "decode", "degrees", "div", "encode", "exp", "floor", "format"],
  ...["gen_random_uuid", "initcap", "json_array_length", "jsonb_array_length", "json_typeof", "jsonb_typeof"],
  ...["justify_days", "justify_hours", "justify_interval", "left", "length", "ln", "log", "lower", "lpad", "ltrim"],
  ...["make_date", "make_interval", "make_time", "make_timestamp", "make_timestamptz", "md5", "mod", "now"],
  ...["octet_length", "pi", "position", "power", "quote_ident", "quote_literal", "radians", "random"],
  ...["regexp_replace", "repeat", "replace", "reverse", "right", "round", "row_to_json", "rpad", "rtrim", "sign"],
  ...["split_part", "sqrt", "starts_with", "statement_timestamp", "strpos", "substr", "timezone", "timeofday"],
  ...["to_hex", "to_json", "to_jsonb", "transaction_timestamp", "translate", "trunc", "upper", "version"],
]);

/** Aggregates that give null only where every value is null or there is none. */
export const aggregates: ReadonlySet<string> = new Set([
  ...["any_value", "avg", "bit_and", "bit_or", "bool_and", "bool_or", "every", "max", "min", "stddev_pop"],
  ...["string_agg", "sum", "var_pop", "xmlagg"],
]);

/** Aggregates that take nulls as values: null only where there is none. */
export const collectingAggregates: ReadonlySet<string> = new Set([
  ...["array_agg", "json_agg", "json_object_agg", "jsonb_agg", "jsonb_object_agg"],
]);

/** Window functions that never give null. */
export const windowFunctions: ReadonlySet<string> = new Set([
  ...["count", "cume_dist", "dense_rank", "percent_rank", "rank", "row_number"],
]);

/** Window functions that give a value of a row of the frame. */
export const frameFunctions: ReadonlySet<string> = new Set(["first_value", "last_value"]);

/** Every name whose oid the proofs ask for. */
export const functionNames: readonly string[] = [
  ...[totalFunctions, strictFunctions, aggregates, collectingAggregates, windowFunctions, frameFunctions].flatMap(
    (names) => [...names],
  ),
  ...["generate_series", "lag", "lead"],
];
