import type { FindBase, TypedValue } from "../dialect-traits.js";
import { postgresqlCast } from "./postgresql-cast.js";

/**
 * The PostgreSQL type that a value is cast to for a parameter: the parameter's own, so that the server finds the routine that is meant. `character` and `bit`
 * alone would mean a length of 1, and a cast to a domain would cut what its base has no room for, where the server itself refuses it.
 */
export function postgresqlParameterCast({ type, databaseType }: TypedValue, baseOf: FindBase): string {
  if (type.kind === "domain") return postgresqlCast({ type, databaseType }, baseOf);
  const [, name = databaseType, dimensions = ""] = /^(.*?)((?:\[\])*)$/s.exec(databaseType) ?? [];
  return `${lengthless.get(name) ?? name}${dimensions}`;
}

const lengthless: ReadonlyMap<string, string> = new Map([
  ["character", "bpchar"],
  ["bit", '"bit"'],
]);
