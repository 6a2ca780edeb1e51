import type { ColumnType } from "../../model/column-type.js";
import type { FindBase, TypedValue } from "../dialect-traits.js";

/**
 * The PostgreSQL type that a parameter for a column is cast to, safely spelled. Never one with a modifier: a cast to `varchar(3)` would cut a longer text,
 * where the column itself refuses it. So a domain is cast to what it is over, and `bit(3)` and `character(3)`, which without a modifier would mean a length
 * of 1, to `varbit` and `bpchar` (https://www.postgresql.org/docs/current/datatype-character.html).
 */
export function postgresqlCast(column: TypedValue, baseOf: FindBase): string {
  const { type, databaseType } = column;
  switch (type.kind) {
    case "domain": {
      const base = baseOf(type);
      return base === undefined ? databaseType : postgresqlCast(base, baseOf);
    }
    case "array":
      return `${postgresqlCast({ type: innermost(type), databaseType: databaseType.replace(/(?:\[\])+$/, "") }, baseOf)}[]`;
    case "text":
      return textCast(type.fixed, databaseType);
    case "bits":
      return "varbit";
    case "integer":
      return type.unsigned ? databaseType : `int${type.bits / 8}`;
    case "enum":
    case "composite":
      return `${quoteName(type.schema)}.${quoteName(type.name)}`;
    default:
      return castNames[type.kind] ?? zonedCast(type) ?? withoutModifier(databaseType);
  }
}

const castNames: Readonly<Partial<Record<ColumnType["kind"], string>>> = {
  boolean: "bool",
  decimal: "numeric",
  uuid: "uuid",
  bytes: "bytea",
  date: "date",
  interval: "interval",
};

function textCast(fixed: boolean, databaseType: string): string {
  if (fixed) return "bpchar";
  return databaseType.startsWith("character varying") ? "text" : databaseType;
}

function zonedCast(type: ColumnType): string | undefined {
  if (type.kind === "time" || type.kind === "timestamp") return type.zone ? `${type.kind}tz` : type.kind;
  return type.kind === "float" ? `float${type.bits / 8}` : undefined;
}

function innermost(type: ColumnType): ColumnType {
  return type.kind === "array" ? innermost(type.element) : type;
}

/** The server prints a modifier after the name, and quotes a name that holds brackets itself. */
function withoutModifier(databaseType: string): string {
  return databaseType.replace(/\([\d, -]*\)$/, "");
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
