/** What ended the run of one database. */
export interface DatabaseError {
  readonly database: string;
  readonly error: unknown;
}

/** The failures of a run over several databases, in the configuration's order; there is at least one. Nothing was written. */
export class RunFailure extends Error {
  override readonly name = "RunFailure";
  readonly errors: readonly DatabaseError[];

  constructor(errors: readonly DatabaseError[]) {
    super(
      errors
        .map(({ database, error }) => `${database}: ${error instanceof Error ? error.message : String(error)}`)
        .join("\n"),
    );
    this.errors = errors;
  }
}
