/**
 * The types that parameters are cast to, by codec. The generator's half of this package and the runtime's both know them: a column whose own type is that of
 * its codec needs to state none in generated code.
 */
export const typesOfCodecs = {
  boolean: "BOOLEAN",
  int32: "INTEGER",
  safeInteger: "BIGINT",
  int64: "BIGINT",
  int64Number: "BIGINT",
  int64String: "BIGINT",
  float32: "FLOAT",
  float64: "DOUBLE",
  text: "VARCHAR",
  uuid: "UUID",
  bytes: "BLOB",
  date: "DATE",
  dateObject: "DATE",
  time: "TIME",
  timetz: "TIMETZ",
  timestamp: "TIMESTAMP",
  timestampString: "TIMESTAMP",
  timestamptz: "TIMESTAMPTZ",
  timestamptzString: "TIMESTAMPTZ",
  interval: "INTERVAL",
  json: "JSON",
  enumOf: "VARCHAR",
  numberEnumOf: "INTEGER",
} as const;

/** A text, or a parameter, as a value of a type; as it is where no type is known. Lists travel as texts of JSON. */
export function castTo(sql: string, type: string | undefined): string {
  if (type === undefined) return sql;
  return isList(type) ? `cast(cast(${sql} as JSON) as ${type})` : `cast(${sql} as ${type})`;
}

export function isList(type: string): boolean {
  return type.endsWith("]");
}
