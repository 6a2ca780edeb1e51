import {
  findConstraint,
  toPropertyNames,
  type DatabaseErrorDetails,
  type ErrorContext,
  type ErrorTable,
} from "tablewright/dialect";
import {
  CheckViolationError,
  ForeignKeyViolationError,
  NotNullViolationError,
  QueryError,
  UniqueViolationError,
  type DatabaseError,
} from "tablewright/runtime";

/** The error of a constraint, by the text of DuckDB 1.5: it names columns and values, and never the constraint. */
export function toConstraintError(
  message: string,
  details: DatabaseErrorDetails,
  { table }: ErrorContext,
): DatabaseError {
  const place = { table: table?.name ?? null, schema: table?.schema ?? null };
  const duplicate = /[Dd]uplicate key "([^]*)"/.exec(message)?.[1];
  if (duplicate !== undefined) return toUniqueViolation(duplicate, { ...details, ...place }, table);
  const missing = /^NOT NULL constraint failed: ([^]*)$/.exec(message)?.[1];
  if (missing !== undefined) return toNotNullViolation(missing, { ...details, ...place }, table);
  if (/foreign key/.test(message))
    return new ForeignKeyViolationError("foreign key: a row that is referred to would be missing", {
      ...details,
      ...place,
    });
  if (message.startsWith("CHECK constraint failed"))
    return new CheckViolationError(`${place.table ?? "table"}: a check is violated`, { ...details, ...place });
  return new QueryError("statement: it was refused by a constraint", { ...details, ...place });
}

/** The expression of the check in an error of one; null for any other. */
export function checkOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  return (
    /^Constraint Error: CHECK constraint failed on table [^]*? with expression (CHECK\([^]*\))$/.exec(
      error.message,
    )?.[1] ?? null
  );
}

/** `region: eu, sku: k1`: of the keys that the table has, the longest whose names stand there in this order. */
function toUniqueViolation(named: string, details: DatabaseErrorDetails, table: ErrorTable | undefined): DatabaseError {
  const known =
    table === undefined ? [] : Object.values(table.constraints ?? {}).map((properties) => columnsOf(table, properties));
  const matching = known
    .filter((columns) => startsWithColumns(named, columns))
    .sort((one, other) => other.length - one.length);
  const first = /^([^]*?): /.exec(named)?.[1];
  const columns = toPropertyNames(matching[0] ?? (first === undefined ? [] : [first]), table);
  const constraint = findConstraint(columns, table);
  const which = constraint === null ? `over ${columns.map((column) => `"${column}"`).join(", ")}` : `"${constraint}"`;
  return new UniqueViolationError(`${details.table ?? "table"}: the unique key ${which} is violated`, {
    ...details,
    columns,
    constraint,
  });
}

function startsWithColumns(named: string, columns: readonly string[]): boolean {
  let at = 0;
  for (const [place, column] of columns.entries()) {
    const wanted = place === 0 ? `${column}: ` : `, ${column}: `;
    const found = named.indexOf(wanted, at);
    if (found < 0 || (place === 0 && found > 0)) return false;
    at = found + wanted.length;
  }
  return true;
}

function columnsOf(table: ErrorTable, properties: readonly string[]): readonly string[] {
  return properties.map((property) => table.columns[property]?.column ?? property);
}

/** `customer.name`. */
function toNotNullViolation(
  named: string,
  details: DatabaseErrorDetails,
  table: ErrorTable | undefined,
): DatabaseError {
  const known = table !== undefined && named.startsWith(`${table.name}.`) ? table : undefined;
  const name = known?.name ?? named.split(".")[0] ?? "";
  const columns = toPropertyNames([named.slice(name.length + 1)], known);
  return new NotNullViolationError(`${name}: "${columns[0] ?? ""}" must not be null`, {
    ...details,
    table: name,
    columns,
  });
}
