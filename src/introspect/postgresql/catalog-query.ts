/**
 * One question to the catalog: its name as shown in progress and in failures, and its SQL for a server's version.
 *
 * `Row` names the columns of its answer.
 */
export interface CatalogQuery<Row> {
  readonly name: string;
  /** `version` is `server_version_num`: 150004 for 15.4. */
  readonly sql: (version: number) => string;
  /** Never set: it carries the type of a row. */
  readonly row?: Row;
}

/** PostgreSQL 13, 14, … as `server_version_num` counts them: columns that a server lacks are given their constant meaning instead. */
export function isAtLeast(version: number, major: number): boolean {
  return version >= major * 10_000;
}
