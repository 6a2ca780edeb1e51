/** What the caller knows of a statement, to make its error clearer. */
export interface ErrorContext {
  readonly sql?: string | undefined;
  /** The table that a repository works on. */
  readonly table?: ErrorTable | undefined;
}

/** The part of a table's definition that names things in errors. */
export interface ErrorTable {
  readonly name: string;
  readonly schema?: string;
  readonly columns: Readonly<Record<string, { readonly column: string }>>;
  /** Constraint name in the database to property names. */
  readonly constraints?: Readonly<Record<string, readonly string[]>>;
}

/** The property names of columns, as far as the table knows them; a column that it does not know keeps its name. */
export function toPropertyNames(columns: readonly string[], table: ErrorTable | undefined): readonly string[] {
  if (table === undefined) return columns;
  const properties = new Map(Object.entries(table.columns).map(([property, { column }]) => [column, property]));
  return columns.map((column) => properties.get(column) ?? column);
}

/** The first constraint over exactly these properties, whatever their order; null where there is none. */
export function findConstraint(properties: readonly string[], table: ErrorTable | undefined): string | null {
  const wanted = [...properties].sort().join("\0");
  const entries = Object.entries(table?.constraints ?? {});
  return entries.find(([, members]) => [...members].sort().join("\0") === wanted)?.[0] ?? null;
}
