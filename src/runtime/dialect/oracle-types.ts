/**
 * How values stand in statements that travel as text: dates, times and intervals, with formats that no setting of the session changes
 * (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/Format-Models.html).
 *
 * Types are Oracle's own, in lower case and without lengths, as generated code states them where the codec does not tell: `clob`, `blob`, `boolean`,
 * `interval year to month`.
 */
const dateFormat = "SYYYY-MM-DD";
const timestampFormat = `${dateFormat} HH24:MI:SS.FF9`;

/** The type of a codec's values, for columns that state none. */
export function typeOf(codec: string): string | undefined {
  return typesOfCodecs.get(codec.replace(/\(.*$/s, ""));
}

const typesOfCodecs: ReadonlyMap<string, string> = new Map([
  ["date", "date"],
  ["dateObject", "date"],
  ["decimal", "number"],
  ["decimalNumber", "number"],
  ["float32", "binary_float"],
  ["float64", "binary_double"],
  ["interval", "interval day to second"],
  ["timestamp", "timestamp"],
  ["timestampString", "timestamp"],
  ["timestamptz", "timestamp with time zone"],
  ["timestamptzString", "timestamp with time zone"],
]);

/** A parameter beside a column of a type: as a text or a number it would lose digits, or be taken by the session's formats. */
export function compared(placeholder: string, type: string | undefined): string {
  switch (type) {
    case "number":
      return `to_number(${placeholder})`;
    case "binary_float":
      return `to_binary_float(${placeholder})`;
    case "binary_double":
      return `to_binary_double(${placeholder})`;
    case "boolean":
      return `to_boolean(${placeholder})`;
    default:
      return timed(placeholder, type);
  }
}

/** A parameter as a column's new value, to which numbers convert by themselves. */
export function written(placeholder: string, type: string | undefined): string {
  return timed(placeholder, type);
}

function timed(placeholder: string, type: string | undefined): string {
  switch (type) {
    case "date":
      return `to_date(${placeholder}, '${dateFormat}')`;
    case "timestamp":
      return `to_timestamp(${placeholder}, '${timestampFormat}')`;
    case "timestamp with time zone":
      return `to_timestamp_tz(${placeholder}, '${timestampFormat} TZH:TZM')`;
    case "interval day to second":
      return `to_dsinterval(${placeholder})`;
    case "interval year to month":
      return `to_yminterval(${placeholder})`;
    default:
      return placeholder;
  }
}

/** A column in a select list, as the text that its codec reads. A cast gives DATE the fraction that its own format has no letter for. */
export function selected(column: string, codec: string): string {
  switch (typeOf(codec)) {
    case "date":
      return `to_char(${column}, '${dateFormat}')`;
    case "timestamp":
      return `to_char(cast(${column} as timestamp(9)), '${timestampFormat}')`;
    case "timestamp with time zone":
      return `to_char(sys_extract_utc(cast(${column} as timestamp(9) with time zone)), '${timestampFormat} "+00:00"')`;
    case "interval day to second":
      return `to_char(${column})`;
    default:
      return column;
  }
}
