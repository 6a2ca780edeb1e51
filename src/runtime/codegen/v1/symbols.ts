/**
 * The codec table: the one place that says which TypeScript type a codec's values have and which filter its columns take. The generator prints the types
 * from here, and the engines' doors implement each codec under the same name; a test holds them together.
 *
 * `$0` stands for the TypeScript type of the codec's first argument (a literal union's own type, the element of an array).
 */
export interface CodecSymbol {
  readonly type: string;
  readonly where: string;
  /** True where the name is a function that makes the codec from arguments. */
  readonly factory: boolean;
  /** Names in `type` and `where` to import from the door. */
  readonly imports: readonly string[];
}

function plain(type: string, where: string, ...imports: string[]): CodecSymbol {
  return { type, where, factory: false, imports: [where, ...imports] };
}

function factory(type: string, where: string, ...imports: string[]): CodecSymbol {
  return { type, where, factory: true, imports };
}

export const codecSymbols = {
  boolean: plain("boolean", "BooleanWhere"),
  /** Integers of up to 32 bits. */
  int32: plain("number", "NumberWhere"),
  /** Integers whose width the engine does not hold to (SQLite's INTEGER); a value that a number cannot hold exactly throws. */
  safeInteger: plain("number", "NumberWhere"),
  int64: plain("bigint", "BigIntWhere"),
  /** 64-bit integers as numbers; a value over 2^53 throws. */
  int64Number: plain("number", "NumberWhere"),
  int64String: plain("string", "StringWhere"),
  /** Exact decimals; `decimal(scale)`, scale null where none is declared. */
  decimal: factory("string", "DecimalWhere", "DecimalWhere"),
  decimalNumber: plain("number", "NumberWhere"),
  money: plain("string", "DecimalWhere"),
  float32: plain("number", "NumberWhere"),
  float64: plain("number", "NumberWhere"),
  text: plain("string", "TextWhere"),
  uuid: plain("string", "StringWhere"),
  /** Engine types whose text is their value: `inet`, `macaddr`, bit strings. */
  opaque: plain("string", "StringWhere"),
  /** The same, without an equality operator: `xml`, `point`. */
  opaqueUnequal: plain("string", "NullWhere"),
  /** `bits(12)`: so many digits 0 or 1. */
  bits: factory("string", "StringWhere", "StringWhere"),
  bytes: plain("Uint8Array", "BytesWhere"),
  /** `YYYY-MM-DD`, or an expanded year of ISO 8601 (`-000043-03-15`, `+010000-01-01`), or `infinity` and `-infinity`. */
  date: plain("string", "StringWhere"),
  dateObject: plain("Date", "DateWhere"),
  /** MySQL's type of years: 0, or 1901 to 2155. */
  year: plain("number", "NumberWhere"),
  time: plain("string", "StringWhere"),
  timetz: plain("string", "StringWhere"),
  /** Zone-less: taken as UTC. */
  timestamp: plain("Date", "DateWhere"),
  timestamptz: plain("Date", "DateWhere"),
  timestampString: plain("string", "StringWhere"),
  timestamptzString: plain("string", "StringWhere"),
  /** ISO 8601. */
  interval: plain("string", "StringWhere"),
  json: plain("JsonValue", "JsonWhere", "JsonValue"),
  /** `enumOf<Mood>(["sad", "ok"])`: `$0` is the union. */
  enumOf: factory("$0", "EnumWhere<$0>", "EnumWhere"),
  /** Numbers of which a check allows only some: `numberEnumOf<1 | 2>([1, 2])`. */
  numberEnumOf: factory("$0", "EnumWhere<$0>", "EnumWhere"),
  /** `setOf<Feature>(["a", "b"])`. */
  setOf: factory("$0[]", "ArrayWhere<$0>", "ArrayWhere"),
  /** `arrayOf(int32)`: an element of null throws. */
  arrayOf: factory("$0[]", "ArrayWhere<$0>", "ArrayWhere"),
  /** `arrayOfNullable(int32)`. */
  arrayOfNullable: factory("($0 | null)[]", "ArrayWhere<$0 | null>", "ArrayWhere"),
  rangeOf: factory("Range<$0>", "RangeWhere<$0>", "Range", "RangeWhere"),
  multirangeOf: factory("Range<$0>[]", "NullWhere", "Range", "NullWhere"),
  /** `compositeOf<Address>({ street: text, … })`: `$0` is the interface; a field that is null reads as null. */
  compositeOf: factory("$0", "NullWhere", "NullWhere"),
  unknown: plain("unknown", "NullWhere"),
} as const satisfies Readonly<Record<string, CodecSymbol>>;

export type CodecName = keyof typeof codecSymbols;

/**
 * The PostgreSQL type that a parameter is cast to for a codec's values, so that generated code states only the others: `int2`, enums, arrays. A `varchar`
 * compares as the `text` that it is.
 */
export const postgresqlTypes: Readonly<Partial<Record<CodecName, string>>> = {
  boolean: "bool",
  int32: "int4",
  int64: "int8",
  int64Number: "int8",
  int64String: "int8",
  decimal: "numeric",
  decimalNumber: "numeric",
  money: "money",
  float32: "float4",
  float64: "float8",
  text: "text",
  uuid: "uuid",
  bytes: "bytea",
  date: "date",
  dateObject: "date",
  time: "time",
  timetz: "timetz",
  timestamp: "timestamp",
  timestampString: "timestamp",
  timestamptz: "timestamptz",
  timestamptzString: "timestamptz",
  interval: "interval",
  json: "jsonb",
  enumOf: "text",
  numberEnumOf: "int4",
};

/** The codecs that an engine's door lacks, and why: no column of that engine can have such a type. */
export const missingCodecs = {
  sqlite: {
    bits: "SQLite has no bit strings",
    year: "SQLite has no type of years",
    money: "SQLite has no type of amounts in a locale",
    opaqueUnequal: "SQLite compares every value",
    timetz: "SQLite has no times of day with a zone",
    interval: "SQLite has no intervals",
    setOf: "SQLite has no sets",
    arrayOf: "SQLite has no arrays",
    arrayOfNullable: "SQLite has no arrays",
    rangeOf: "SQLite has no ranges",
    multirangeOf: "SQLite has no ranges",
    compositeOf: "SQLite has no composite types",
  },
  postgresql: {
    bits: "PostgreSQL's bit strings are texts of its own, as `opaque` gives them",
    year: "PostgreSQL has no type of years",
    setOf: "PostgreSQL has no sets",
  },
  mysql: missingInMysql("MySQL"),
  mariadb: missingInMysql("MariaDB"),
  sqlserver: {
    bits: "SQL Server has no bit strings: its `bit` is a boolean",
    year: "SQL Server has no type of years",
    money: "SQL Server's `money` is an exact decimal",
    timetz: "SQL Server has no times of day with a zone",
    interval: "SQL Server has no intervals",
    setOf: "SQL Server has no sets",
    arrayOf: "SQL Server has no arrays",
    arrayOfNullable: "SQL Server has no arrays",
    rangeOf: "SQL Server has no ranges",
    multirangeOf: "SQL Server has no ranges",
    compositeOf: "SQL Server has no composite types",
  },
  oracle: {
    bits: "Oracle has no bit strings",
    year: "Oracle has no type of years",
    money: "Oracle has no type of amounts in a locale",
    time: "Oracle has no times of day",
    timetz: "Oracle has no times of day",
    setOf: "Oracle has no sets",
    arrayOf: "Oracle's collections are object types, which are not read",
    arrayOfNullable: "Oracle's collections are object types, which are not read",
    rangeOf: "Oracle has no ranges",
    multirangeOf: "Oracle has no ranges",
    compositeOf: "Oracle's object types are not read as values",
  },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<CodecName, string>>>>>;

function missingInMysql(engine: string) {
  return {
    money: `${engine} has no type of amounts in a locale`,
    timetz: `${engine} has no times of day with a zone`,
    interval: `${engine} has no intervals as values`,
    arrayOf: `${engine} has no arrays`,
    arrayOfNullable: `${engine} has no arrays`,
    rangeOf: `${engine} has no ranges`,
    multirangeOf: `${engine} has no ranges`,
    compositeOf: `${engine} has no composite types`,
  } as const;
}
