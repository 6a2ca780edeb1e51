import type { CatalogQuery } from "../catalog-query.js";
import type { SessionRow } from "../postgresql-rows.js";

/**
 * Settles everything that the catalog's texts depend on, for this transaction only, and says what server it is. Parameter: the timeout in milliseconds.
 *
 * - `search_path`: empty, so that the printing functions qualify every name
 *   (https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-CATALOG).
 * - `quote_all_identifiers`, `datestyle`, `intervalstyle`, `timezone`, `extra_float_digits`, `bytea_output`, `lc_monetary`: constants in defaults and
 *   checks are printed by the output functions of their types, and a role or a database may have settings of its own
 *   (https://www.postgresql.org/docs/current/runtime-config-client.html).
 * - `jit`: off, as the planner overrates catalog queries and compiling one takes longer than running it.
 */
export const sessionQuery: CatalogQuery<SessionRow> = {
  name: "settings",
  sql: () => `select
  pg_catalog.current_setting('server_version_num')::int as version,
  array(select extname::text from pg_catalog.pg_extension order by extname) as extensions,
  array(select evtname::text from pg_catalog.pg_event_trigger order by evtname) as event_triggers,
  pg_catalog.set_config('statement_timeout', $1, true),
  ${settings.map(([name, value]) => `pg_catalog.set_config('${name}', '${value}', true)`).join(",\n  ")}`,
};

const settings = [
  ["search_path", ""],
  ["quote_all_identifiers", "off"],
  ["datestyle", "ISO, YMD"],
  ["intervalstyle", "iso_8601"],
  ["timezone", "UTC"],
  ["extra_float_digits", "1"],
  ["bytea_output", "hex"],
  ["lc_monetary", "C"],
  ["jit", "off"],
] as const;
