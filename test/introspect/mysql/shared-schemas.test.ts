import { describe, expect, it } from "vitest";
import type { DatabaseModel } from "../../../src/model/database-model.js";
import { hasMariadbServer } from "../../support/mariadb-database.js";
import { loadMysqlScript } from "../../support/load-mysql-script.js";
import { loadSharedSchema, sharedSchemaPath } from "../../support/shared-schemas.js";
import { createDatabase, readUrl, viewOf } from "./read-mysql.js";

// As the folder's README counts them; columns are those of views too.
const shared = {
  chinook: { tables: 11, views: 0, columns: 64, foreignKeys: 11, routines: 0, triggers: 0 },
  sakila: { tables: 16, views: 7, columns: 131, foreignKeys: 22, routines: 6, triggers: 3 },
} as const;

describe.each(["chinook", "sakila"] as const)("%s", (name) => {
  it.skipIf(!hasMariadbServer() || sharedSchemaPath(`mysql/${name}`) === null)("is read whole", async () => {
    const database = await createDatabase();
    await loadMysqlScript(database.url, await loadSharedSchema(`mysql/${name}`), { calls: name });
    const { model, diagnostics, statements } = await readUrl(database.url);
    expect(countsOf(model)).toEqual(shared[name]);
    expect(diagnostics).toEqual([]);
    expect(statements).toBeLessThanOrEqual(20);
    expect(JSON.stringify(model)).not.toContain(database.name);
    if (name === "sakila") {
      expect(viewOf(model, "customer_list").origins?.map(({ column }) => column)).toContain("ID");
      expect(viewOf(model, "staff_list").writes).toEqual(["update"]);
    }
  });
});

function countsOf(model: DatabaseModel): Record<keyof (typeof shared)["chinook"], number> {
  return {
    tables: model.tables.length,
    views: model.views.length,
    columns: [...model.tables, ...model.views].reduce((sum, relation) => sum + relation.columns.length, 0),
    foreignKeys: model.tables.reduce((sum, table) => sum + table.foreignKeys.length, 0),
    routines: model.routines.length,
    triggers: model.tables.reduce((sum, table) => sum + table.triggers.length, 0),
  };
}
