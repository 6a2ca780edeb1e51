import type { CatalogQuery } from "../catalog-query.js";

/** The rows of several queries, by the names of these. */
export type CombinedRow<Queries> = {
  readonly [Name in keyof Queries]: Queries[Name] extends CatalogQuery<infer Row> ? readonly Row[] : never;
};

/**
 * One query of several, for which the server is asked once: its one row has a column of JSON for each. They share their parameters.
 *
 * JSON has an `oid` as a text, so the queries give oids as `bigint` (`to_json`, https://www.postgresql.org/docs/current/functions-json.html).
 */
export function combineQueries<const Queries extends Readonly<Record<string, CatalogQuery<unknown>>>>(
  name: string,
  queries: Queries,
): CatalogQuery<CombinedRow<Queries>> {
  const toColumn = (version: number) => (query: readonly [string, CatalogQuery<unknown>]) => `(
  select coalesce(pg_catalog.json_agg(part), '[]') from (
${query[1].sql(version)}
  ) part
) as "${query[0]}"`;
  return { name, sql: (version) => `select ${Object.entries(queries).map(toColumn(version)).join(", ")}` };
}
