import {
  CheckViolationError,
  ForeignKeyViolationError,
  NotNullViolationError,
  UniqueViolationError,
} from "../errors/constraint-errors.js";
import type { DatabaseError, DatabaseErrorDetails } from "../errors/database-error.js";
import { toPropertyNames, type ErrorContext, type ErrorTable } from "../errors/error-context.js";
import type { SqlserverServerError } from "./sqlserver-server-error.js";

/**
 * The error of a constraint that a statement would break; null for another error. Names are read from the message, which is all that the server sends, by
 * the order in which the names stand in it, as translations keep their quotes (https://learn.microsoft.com/en-us/sql/relational-databases/errors-events/).
 */
export function toViolation(
  error: SqlserverServerError,
  details: DatabaseErrorDetails,
  { table }: ErrorContext,
): DatabaseError | null {
  const names = namesIn(error.message);
  const constraint = constraintIn(error.message);
  switch (error.number) {
    case 2627:
      return unique(
        findKey(
          [constraint ?? "", ...names].filter((name) => name !== ""),
          table,
        ),
        details,
        table,
      );
    case 2601:
      return unique(findKey([names[1] ?? "", names[0] ?? ""], table), details, table);
    case 547:
      return toConflict(error.message, details, table);
    case 515:
      return toNotNull(names, details, table);
    default:
      return null;
  }
}

/** The name behind the word, in English. */
function constraintIn(message: string): string | undefined {
  return /\bconstraint ["']([^"']*)["']/i.exec(message)?.[1];
}

/** What stands in quotes, in order; texts of other languages have quotes of their own form around the same names. */
function namesIn(message: string): readonly string[] {
  // A duplicate's values follow in parentheses, and may hold quotes.
  const text = message.replace(/\([\s\S]*$/, "");
  return Array.from(text.matchAll(/'([^']*)'|"([^"]*)"|«\s?([^»]*?)\s?»|„([^“”]*)[“”]/g), ([, ...groups]) =>
    groups.filter((group) => group !== undefined).join(""),
  );
}

/** The first name that the table knows as a constraint, or else the first one. */
function findKey(names: readonly string[], table: ErrorTable | undefined): Place {
  const known = names.map((name) => toKnownName(name, table)).find((name) => name !== undefined);
  const constraint = known ?? names[0] ?? "";
  return placeOf(constraint, table);
}

/** Servers that keep names without their case tell them so. */
function toKnownName(name: string, table: ErrorTable | undefined): string | undefined {
  const known = Object.keys(table?.constraints ?? {});
  return known.find((other) => other === name) ?? known.find((other) => other.toLowerCase() === name.toLowerCase());
}

function unique(place: Place, details: DatabaseErrorDetails, table: ErrorTable | undefined): UniqueViolationError {
  const subject = place.table ?? table?.name ?? "row";
  return new UniqueViolationError(`${subject}: the unique key "${place.constraint ?? ""}" is violated`, {
    ...details,
    ...place,
  });
}

/**
 * `The INSERT statement conflicted with the FOREIGN KEY constraint "name". The conflict occurred in database "db", table "dbo.far", column 'id'.`: keywords
 * stay English in translations. REFERENCE stands for rows that still refer to the one concerned, and the table is then theirs.
 */
function toConflict(
  message: string,
  details: DatabaseErrorDetails,
  table: ErrorTable | undefined,
): ForeignKeyViolationError | CheckViolationError {
  const names = Array.from(message.matchAll(/"([^"]*)"/g), ([, name = ""]) => name);
  const constraint = constraintIn(message) ?? names[0] ?? "";
  const place = findKey([constraint], table);
  const isCheck = /\bCHECK\b/i.test(message);
  const other = place.table ?? (isCheck || /\bREFERENCE\b/.test(message) ? withoutSchema(names[2]) : null);
  const full = { ...details, ...place, table: other };
  const subject = other ?? "row";
  if (isCheck) return new CheckViolationError(`${subject}: the check "${full.constraint ?? ""}" is violated`, full);
  return new ForeignKeyViolationError(`${subject}: the foreign key "${full.constraint ?? ""}" is violated`, full);
}

function withoutSchema(name: string | undefined): string | null {
  return name?.replace(/^[^.]*\.(?=.)/s, "") ?? null;
}

/** `Cannot insert the value NULL into column 'c', table 'db.dbo.t'; column does not allow nulls.` */
function toNotNull(
  [column = "", where = ""]: readonly string[],
  details: DatabaseErrorDetails,
  table: ErrorTable | undefined,
): NotNullViolationError {
  const known = Object.values(table?.columns ?? {}).find(
    (meta) => meta.column === column || meta.column.toLowerCase() === column.toLowerCase(),
  );
  const name = known?.column ?? column;
  const owner = known === undefined ? (where.split(".").at(-1) ?? null) : (table?.name ?? null);
  const columns = toPropertyNames([name], known === undefined ? undefined : table);
  return new NotNullViolationError(`${owner ?? "row"}: "${name}" must not be null`, {
    ...details,
    table: owner,
    columns,
  });
}

interface Place {
  readonly table: string | null;
  readonly constraint: string | null;
  readonly columns: readonly string[];
}

/** Only a constraint that the table has tells the table: a trigger may have broken one of another. */
function placeOf(name: string, table: ErrorTable | undefined): Place {
  const columns = table?.constraints?.[name];
  return {
    table: columns === undefined ? null : (table?.name ?? null),
    constraint: name || null,
    columns: columns ?? [],
  };
}
