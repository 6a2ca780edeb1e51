import type { CatalogReading } from "../../../src/introspect/inspector.js";
import { openSqliteInspector } from "../../../src/introspect/sqlite/sqlite-inspector.js";
import type { TableModel, ViewModel } from "../../../src/model/table-model.js";
import { validateModel } from "../../../src/model/validate-model.js";
import { makeSqliteDatabase } from "../../support/load-sqlite-script.js";
import { findersIn } from "../finders.js";

export { columnOf } from "../finders.js";

const { tableOf, viewOf } = findersIn("main");

/** Makes a database from SQL text and reads its catalog. */
export async function readSqlite(sql: string): Promise<CatalogReading> {
  return readConnection({ file: makeSqliteDatabase(sql) });
}

/** Reads the catalog of whatever the inspector accepts; a model that is not sound fails the test. */
export async function readConnection(
  connection: string | Readonly<Record<string, unknown>>,
  schemas: readonly string[] | null = null,
): Promise<CatalogReading> {
  const inspector = await openSqliteInspector({ engine: "sqlite", connection });
  try {
    const reading = await inspector.read({ schemas, statementTimeoutMs: 10_000 });
    const problems = validateModel(reading.model);
    if (problems.length > 0) throw new Error(`unsound model: ${JSON.stringify(problems)}`);
    return reading;
  } finally {
    await inspector.close();
  }
}

/** The one table of this name that the SQL makes. */
export async function readTable(sql: string, name = "t"): Promise<TableModel> {
  const { model } = await readSqlite(sql);
  return tableOf(model, name);
}

/** The one view of this name that the SQL makes. */
export async function readView(sql: string, name = "v"): Promise<ViewModel> {
  const { model } = await readSqlite(sql);
  return viewOf(model, name);
}
