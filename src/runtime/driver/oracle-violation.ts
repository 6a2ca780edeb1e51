import {
  CheckViolationError,
  ForeignKeyViolationError,
  NotNullViolationError,
  UniqueViolationError,
} from "../errors/constraint-errors.js";
import type { DatabaseError, DatabaseErrorDetails } from "../errors/database-error.js";
import { toPropertyNames, type ErrorContext, type ErrorTable } from "../errors/error-context.js";

/** What the server says of a constraint. */
export interface OracleRefusal {
  readonly number: number;
  /** The text behind the number, in the session's language. */
  readonly text: string;
}

/**
 * The error of a constraint that a statement would break; null for another error. Names are read from the message, which is all that the server sends: the
 * constraint's as `(OWNER.NAME)`, a column's as `("OWNER"."TABLE"."COLUMN")`, in every language (https://docs.oracle.com/en/error-help/db/ora-00001/ and
 * the pages of the other numbers).
 */
export function toViolation(
  { number, text }: OracleRefusal,
  details: DatabaseErrorDetails,
  { table }: ErrorContext,
): DatabaseError | null {
  switch (number) {
    case 1:
      return new UniqueViolationError(...toConstraint("unique key", text, { details, table }));
    case 2291:
    case 2292:
      return new ForeignKeyViolationError(...toConstraint("foreign key", text, { details, table }));
    case 2290:
      return new CheckViolationError(...toConstraint("check", text, { details, table }));
    case 1400:
    case 1407:
      return new NotNullViolationError(...toNull(text, { details, table }));
    default:
      return null;
  }
}

type ErrorParts = [message: string, details: DatabaseErrorDetails];

interface Known {
  readonly details: DatabaseErrorDetails;
  readonly table: ErrorTable | undefined;
}

/** Only a constraint that the table has tells the table: a trigger may have broken one of another, and a child's key is not the parent's. */
function toConstraint(kind: string, text: string, { details, table }: Known): ErrorParts {
  const [, schema = null, constraint = null] = /\(([^().]+)\.([^()]+)\)/.exec(text) ?? [];
  const columns = table?.constraints?.[constraint ?? ""];
  const place = {
    schema: table?.schema ?? schema,
    table: columns === undefined ? null : (table?.name ?? null),
    constraint,
    columns: columns ?? [],
  };
  return [`${place.table ?? "row"}: the ${kind} "${constraint ?? ""}" is violated`, { ...details, ...place }];
}

function toNull(text: string, { details, table }: Known): ErrorParts {
  const [owner = null, name = null, column = ""] = Array.from(text.matchAll(/"([^"]*)"/g), ([, found = ""]) => found);
  const known = table?.name === name ? table : undefined;
  const place = {
    schema: table?.schema ?? owner,
    table: name,
    columns: toPropertyNames(column === "" ? [] : [column], known),
  };
  return [`${name ?? "row"}: "${column}" must not be null`, { ...details, ...place }];
}
