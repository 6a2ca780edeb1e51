/** One question to the data dictionary. `:owners` in it stands for the list of the schemas' owners. */
export interface CatalogQuery<Row> {
  /** As shown in progress and in failures. */
  readonly name: string;
  /** The SQL of each column of a row. */
  readonly columns: { readonly [Name in keyof Row]: string };
  /** What follows FROM. */
  readonly from: string;
}

/** A statement ready to be sent, its values by name, and the names of its columns in order. */
export interface CatalogStatement<Row> {
  readonly name: string;
  readonly sql: string;
  readonly values: Readonly<Record<string, string>>;
  readonly columns: readonly (keyof Row & string)[];
}

/** Owners are bound as plain VARCHAR: a conversion would keep the dictionary's indexes from being used. */
export function toCatalogStatement<Row>(query: CatalogQuery<Row>, owners: readonly string[]): CatalogStatement<Row> {
  const columns = Object.keys(query.columns) as (keyof Row & string)[];
  const placeholders = owners.map((_, place) => `:owner${place}`).join(", ");
  const usesOwners = query.from.includes(":owners");
  return {
    name: query.name,
    sql: `SELECT ${columns.map((name) => query.columns[name]).join(", ")} FROM ${query.from.replaceAll(":owners", placeholders)}`,
    values: usesOwners ? Object.fromEntries(owners.map((owner, place) => [`owner${place}`, owner])) : {},
    columns,
  };
}
