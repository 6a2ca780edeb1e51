import { DatabaseError } from "./database-error.js";

/** Base of the errors of a constraint that a write would break. */
export abstract class ConstraintViolationError extends DatabaseError {}

/** A row with the same unique or primary key exists. */
export class UniqueViolationError extends ConstraintViolationError {
  override readonly name = "UniqueViolationError";
  readonly code = "uniqueViolation";
}

/** The row referred to does not exist, or the row is still referred to. SQLite names neither the constraint nor its columns. */
export class ForeignKeyViolationError extends ConstraintViolationError {
  override readonly name = "ForeignKeyViolationError";
  readonly code = "foreignKeyViolation";
}

/** A column that must have a value would be null. */
export class NotNullViolationError extends ConstraintViolationError {
  override readonly name = "NotNullViolationError";
  readonly code = "notNullViolation";
}

/** A check does not hold. */
export class CheckViolationError extends ConstraintViolationError {
  override readonly name = "CheckViolationError";
  readonly code = "checkViolation";
}

/** A row that an exclusion constraint forbids beside this one exists. */
export class ExclusionViolationError extends ConstraintViolationError {
  override readonly name = "ExclusionViolationError";
  readonly code = "exclusionViolation";
}
