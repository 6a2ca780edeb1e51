import { Failure } from "tablewright";

/** What a user can mend of an error while a database is opened; `file` as the configuration gives it. */
export function toOpeningFailure(error: unknown, file: string): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const known = openings.find(([pattern]) => pattern.test(message));
  const [, reason, hint] = known ?? [null, firstLine(message), null];
  return new Failure("connection", `duckdb: opening "${file}": ${reason}`, {
    cause: error,
    ...(hint === null ? {} : { hint }),
  });
}

const openings: readonly (readonly [pattern: RegExp, reason: string, hint: string | null])[] = [
  [/does not exist|No such file/i, "there is no such file", "make the database first, or mend the path"],
  [/not a valid DuckDB database/i, "it is not a DuckDB database", null],
  [
    /Could not set lock/i,
    "another process holds it",
    "DuckDB lets others read a file only while no process writes to it: end the other one",
  ],
  [/Permission denied/i, "permission is denied", null],
  [
    /newer version|storage version|older version/i,
    "its storage is of another version of DuckDB",
    "install a version of @duckdb/node-api that reads it",
  ],
];

/** A failure while the catalog is read. */
export function toCatalogFailure(error: unknown, query: string): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  if (error.message.startsWith("INTERRUPT"))
    return new Failure("catalog", `duckdb: reading ${query}: it took longer than it may`, {
      cause: error,
      hint: "give it more time with timeoutMs, or --timeout",
    });
  return new Failure("catalog", `duckdb: reading ${query}: ${firstLine(error.message)}`, { cause: error });
}

function firstLine(message: string): string {
  return message.split("\n")[0] ?? message;
}
