import type { ErrorTable } from "tablewright/dialect";
import { CheckViolationError } from "tablewright/runtime";
import type { DuckdbPool } from "./duckdb-pool.js";

export interface ViolatedCheck {
  /** As the error states it: `CHECK((version >= 0))`. */
  readonly check: string;
  readonly table: ErrorTable;
}

/** The same error with the check's name, which the catalog tells; the error as it is where that is not to be had. */
export async function findCheckName(
  pool: DuckdbPool,
  error: CheckViolationError,
  { check, table }: ViolatedCheck,
): Promise<CheckViolationError> {
  const params = [table.name, check, table.schema ?? "main"];
  const rows = await pool
    .use(async (connection) => (await connection.run({ sql: namesSql, params })).getRows())
    .catch(() => []);
  const name = rows[0]?.[0];
  if (rows.length !== 1 || typeof name !== "string") return error;
  const { sql, engineCode, cause, schema } = error;
  const columns = table.constraints?.[name] ?? [];
  const details = { sql, engineCode, cause, schema, table: table.name, constraint: name, columns };
  return new CheckViolationError(`${table.name}: the check "${name}" is violated`, details);
}

/** https://duckdb.org/docs/stable/sql/meta/duckdb_table_functions#duckdb_constraints */
const namesSql = `select constraint_name from duckdb_constraints()
where constraint_type = 'CHECK' and table_name = $1 and constraint_text = $2 and schema_name = $3
  and database_name = current_database()`;
