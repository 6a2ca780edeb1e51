import type { ColumnType } from "../../model/column-type.js";
import { postgresqlCast, type TypedColumn } from "./cast-type.js";
import type { PlanContext } from "./plan-context.js";

/**
 * The PostgreSQL type that a value is cast to for a parameter: the parameter's own, so that the server finds the routine that is meant. `character` and `bit`
 * alone would mean a length of 1, and a cast to a domain would cut what its base has no room for, where the server itself refuses it.
 */
export function parameterCast({ type, databaseType }: TypedColumn, context: PlanContext): string {
  if (type.kind === "domain") return postgresqlCast({ type, databaseType }, (domain) => baseOf(domain, context));
  const [, name = databaseType, dimensions = ""] = /^(.*?)((?:\[\])*)$/s.exec(databaseType) ?? [];
  return `${lengthless.get(name) ?? name}${dimensions}`;
}

const lengthless: ReadonlyMap<string, string> = new Map([
  ["character", "bpchar"],
  ["bit", '"bit"'],
]);

function baseOf(type: ColumnType, { findType }: PlanContext): TypedColumn | undefined {
  const domain = type.kind === "domain" ? findType(type)?.source : undefined;
  return domain?.is === "domain" ? domain.model : undefined;
}
