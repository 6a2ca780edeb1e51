import type { MysqlServer } from "./mysql-server.js";

/** One question to information_schema: what is selected of a view for one database. */
export interface CatalogQuery<Row> {
  /** As shown in progress and in failures. */
  readonly name: string;
  /** The SQL of each column of a row, for a server: a column that it lacks is given its constant meaning. */
  readonly columns: (server: MysqlServer) => SelectList<Row>;
  readonly from: string;
  /** The column that names the database. */
  readonly schemaColumn: string;
  /** Further conditions. */
  readonly where?: string;
}

export type SelectList<Row> = { readonly [Name in keyof Row]: string };

/** A statement ready to be sent, and the names of its columns in order. */
export interface CatalogStatement<Row> {
  readonly name: string;
  readonly sql: string;
  readonly columns: readonly (keyof Row & string)[];
}

/**
 * The statement that puts a question to some databases at once. Each has its arm with a constant name: only then does MariaDB look into that database's
 * folder alone (https://mariadb.com/kb/en/information-schema-tables/, "Speed"), a list of names makes it open every table of the server.
 */
export function toCatalogStatement<Row>(
  query: CatalogQuery<Row>,
  server: MysqlServer,
  schemas: readonly string[],
): CatalogStatement<Row> {
  const list = query.columns(server);
  const arms = schemas.map((schema) => {
    const more = query.where === undefined ? "" : ` AND ${query.where}`;
    return `SELECT ${toSelectList(list)} FROM ${query.from} WHERE ${query.schemaColumn} = ${quoteText(schema)}${more}`;
  });
  return { name: query.name, sql: arms.join(" UNION ALL "), columns: namesOf(list) };
}

/** Every column has its alias: the labels of MySQL 8 are those of its views, in upper case. */
export function toSelectList<Row>(list: SelectList<Row>): string {
  return namesOf(list)
    .map((name) => `${list[name]} AS ${quoteName(name)}`)
    .join(", ");
}

export function namesOf<Row>(list: SelectList<Row>): readonly (keyof Row & string)[] {
  return Object.keys(list) as (keyof Row & string)[];
}

/** A string constant in a session whose sql_mode leaves the backslash its meaning. */
export function quoteText(text: string): string {
  return `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}

export function quoteName(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}
