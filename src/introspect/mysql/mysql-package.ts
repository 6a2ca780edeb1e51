import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import type { CatalogIndex } from "./catalog-index.js";
import type { RoutineRow } from "./mysql-rows.js";
import { mainSchema } from "./schema-names.js";

/** Whether it is a function or a procedure, and no package of MariaDB's Oracle mode (https://mariadb.com/kb/en/create-package/). */
export function isRoutine(row: RoutineRow): row is CallableRow {
  return row.routineType === "FUNCTION" || row.routineType === "PROCEDURE";
}

/** The row of a function or of a procedure. */
export interface CallableRow extends RoutineRow {
  readonly routineType: "FUNCTION" | "PROCEDURE";
}

/** The names of packages, those of other databases behind the database's; null where there are none. A package and its body are one. */
export function toPackageNames(rows: readonly RoutineRow[], index: CatalogIndex): readonly string[] | null {
  const names = rows.filter((row) => !isRoutine(row)).map((row) => toPackageName(row, index));
  return names.length === 0 ? null : [...new Set(names)];
}

/** A note for each package: the catalog does not list what is in it. */
export function toPackageDiagnostics(rows: readonly RoutineRow[], index: CatalogIndex): readonly Diagnostic[] {
  const subjects = rows.filter((row) => !isRoutine(row)).map((row) => `${index.schemaName(row.schema)}.${row.name}`);
  return [...new Set(subjects)].map((subject) => diagnostic("TW1022", subject, {}));
}

function toPackageName({ schema, name }: RoutineRow, index: CatalogIndex): string {
  const database = index.schemaName(schema);
  return database === mainSchema ? name : `${database}.${name}`;
}
