import type { DialectCasts, TypedValue } from "tablewright";
import { typesOfCodecs } from "./casts.js";

/** The types that parameters are cast to. None rounds or cuts a value: the column itself refuses what it cannot hold. */
export const duckdbCasts: DialectCasts = {
  ofCodec: typesOfCodecs,
  ofColumn: castOf,
  ofParameter: castOf,
};

function castOf({ type, databaseType }: TypedValue): string {
  switch (type.kind) {
    case "decimal":
      // With fewer digits before the point a value beyond the column's range would fail where it is only compared.
      return databaseType.startsWith("DECIMAL(") ? `DECIMAL(38,${type.scale ?? 0})` : databaseType;
    case "text":
    case "enum":
    case "inlineEnum":
      return "VARCHAR";
    case "array":
      return castOfList(type.element, databaseType);
    default:
      return shortNames[databaseType] ?? databaseType;
  }
}

/** A list of enums is one of texts. */
function castOfList(element: TypedValue["type"], databaseType: string): string {
  const end = /\[\d*\]$/.exec(databaseType)?.[0] ?? "[]";
  const inner = databaseType.slice(0, databaseType.length - end.length);
  return `${element.kind === "decimal" ? inner : castOf({ type: element, databaseType: inner })}${end}`;
}

const shortNames: Readonly<Record<string, string>> = {
  "TIME WITH TIME ZONE": "TIMETZ",
  "TIMESTAMP WITH TIME ZONE": "TIMESTAMPTZ",
};
