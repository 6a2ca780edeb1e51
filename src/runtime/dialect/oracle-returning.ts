import type { ReturnedText } from "./dialect.js";
import type { InsertColumn } from "./insert-dialect.js";
import { toOut, type OracleOutKind } from "./oracle-outs.js";
import { selected } from "./oracle-types.js";

/**
 * `returning "ID", "NAME" into :o1_text, :o2_text`: the values as a select list would give them, of which no driver setting says how they come
 * (https://docs.oracle.com/en/database/oracle/oracle-database/23/lnpls/RETURNING-INTO-clause.html).
 */
export function returned(columns: readonly InsertColumn[]): ReturnedText {
  const outs = columns.map(toGiven);
  const expressions = outs.map(({ sql }) => sql).join(", ");
  const places = outs.map(({ kind }, index) => toOut(index + 1, kind)).join(", ");
  return { middle: "", end: ` returning ${expressions} into ${places}` };
}

interface Given {
  readonly sql: string;
  readonly kind: OracleOutKind;
}

function toGiven({ name, codec, type }: InsertColumn): Given {
  const [kind = codec] = codec.split("(", 1);
  switch (kind) {
    case "boolean":
      return type === "boolean" ? { sql: name, kind: "boolean" } : { sql: toDigits(name), kind: "text" };
    case "bytes":
      return { sql: name, kind: type === "blob" ? "blob" : "bytes" };
    case "float32":
    case "float64":
      return { sql: name, kind: "double" };
    case "json":
      return toJson(name, type);
    case "opaqueUnequal":
      return { sql: `xmlserialize(content ${name} as clob)`, kind: "clob" };
    case "enumOf":
    case "opaque":
    case "text":
    case "unknown":
    case "uuid":
      return toText(name, type);
    default:
      return numbers.has(kind) ? { sql: toDigits(name), kind: "text" } : { sql: selected(name, codec), kind: "text" };
  }
}

/** The shortest digits, for which a setting says the point, and ours sets it. */
function toDigits(name: string): string {
  return `to_char(${name}, 'TM9')`;
}

function toText(name: string, type: string | undefined): Given {
  if (type === "clob") return { sql: name, kind: "clob" };
  return type === "nclob" ? { sql: `to_clob(${name})`, kind: "clob" } : { sql: name, kind: "text" };
}

/** The type JSON has its text by a function of its own (Oracle 21c); other columns hold text, or bytes of it. */
function toJson(name: string, type: string | undefined): Given {
  if (type === "json") return { sql: `json_serialize(${name} returning clob)`, kind: "clob" };
  return type === "blob" ? { sql: name, kind: "blob" } : { sql: `to_clob(${name})`, kind: "clob" };
}

const numbers: ReadonlySet<string> = new Set([
  "decimal",
  "decimalNumber",
  "int32",
  "int64",
  "int64Number",
  "int64String",
  "numberEnumOf",
  "safeInteger",
]);
