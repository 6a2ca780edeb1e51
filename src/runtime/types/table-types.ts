/** The types of one table or view, which its generated file declares once and the repositories derive everything else from. */
export interface TableTypes {
  entity: object;
  /** `never` for a table or view without a primary key. */
  key: unknown;
  insert: object;
  update: object;
  where: object;
  orderBy: object;
  include: object;
  /** A slot for each relation: `One`, `Maybe` or `Many`. */
  relations: object;
  /** The names of its unique keys; `never` where it has none. */
  unique: string;
  /** The names of its constraints in the database; `never` where it has none. */
  constraint: string;
}

/** A relation to exactly one row: its foreign key cannot be null. */
export interface One<T extends TableTypes> {
  readonly types: T;
  readonly kind: "one";
}

/** A relation to at most one row. */
export interface Maybe<T extends TableTypes> {
  readonly types: T;
  readonly kind: "maybe";
}

/** A relation to any number of rows. */
export interface Many<T extends TableTypes> {
  readonly types: T;
  readonly kind: "many";
}
