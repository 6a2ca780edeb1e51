import { Failure } from "../diagnostics.js";
import { suggestion } from "../lang/nearest-name.js";
import { mariadbTraits, mysqlTraits } from "./built-in/mysql-traits.js";
import { oracleTraits } from "./built-in/oracle-traits.js";
import { postgresqlTraits } from "./built-in/postgresql-traits.js";
import { sqliteTraits } from "./built-in/sqlite-traits.js";
import { sqlserverTraits } from "./built-in/sqlserver-traits.js";
import type { DialectTraits } from "./dialect-traits.js";

const known = {
  postgresql: postgresqlTraits,
  mysql: mysqlTraits,
  mariadb: mariadbTraits,
  sqlite: sqliteTraits,
} as const satisfies Readonly<Record<string, DialectTraits>>;

/** An engine that this package brings itself. */
export type DialectName = keyof typeof known;

/** Engines of which parts are here, and not yet all: no configuration can name them. */
export const comingDialects: readonly DialectTraits[] = [sqlserverTraits, oracleTraits];

/** The engines that this package brings itself, in the order in which messages list them. */
export const builtInDialects: readonly DialectTraits[] = Object.values(known);

/** Their names, by code points. */
export const builtInNames: readonly string[] = Object.keys(known).sort();

/** The traits of a built-in engine. Any other is a `Failure`: its dialect has to be named. */
export function requireBuiltIn(name: string): DialectTraits {
  const found = findBuiltIn(name);
  if (found !== null) return found;
  throw new Failure(
    "config",
    `dialect: looking for "${name}": there is no such engine${suggestion(name, builtInNames)}`,
    {
      hint: `name the package of its dialect as "dialect" in the configuration, or with --dialect`,
    },
  );
}

/** The traits of a built-in engine; null for any other. */
export function findBuiltIn(name: string): DialectTraits | null {
  return builtInDialects.find((dialect) => dialect.name === name) ?? null;
}
