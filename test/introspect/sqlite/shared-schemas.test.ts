import { describe, expect, test } from "vitest";
import { openSqliteInspector } from "../../../src/introspect/sqlite/sqlite-inspector.js";
import type { CatalogReading } from "../../../src/introspect/inspector.js";
import { loadSqliteScript } from "../../support/load-sqlite-script.js";
import { sharedSchemaPath } from "../../support/shared-schemas.js";

const databases = [
  { name: "sqlite/chinook", tables: 11, views: 0, columns: 64, foreignKeys: 11 },
  { name: "sqlite/sakila", tables: 16, views: 5, columns: 120, foreignKeys: 22 },
  { name: "sqlite/northwind", tables: 13, views: 16, columns: 190, foreignKeys: 13 },
] as const;

describe.each(databases)("$name", ({ name, ...counts }) => {
  const path = sharedSchemaPath(name);

  test.skipIf(path === null)("is read whole", async () => {
    const { model } = await readScript(path ?? "");
    const relations = [...model.tables, ...model.views];
    expect({
      tables: model.tables.length,
      views: model.views.length,
      columns: relations.flatMap((relation) => relation.columns).length,
      foreignKeys: model.tables.flatMap((table) => table.foreignKeys).length,
    }).toEqual(counts);
  });
});

async function readScript(path: string): Promise<CatalogReading> {
  const inspector = await openSqliteInspector({ engine: "sqlite", connection: { file: loadSqliteScript(path) } });
  try {
    return await inspector.read({ schemas: null, statementTimeoutMs: 10_000 });
  } finally {
    await inspector.close();
  }
}
