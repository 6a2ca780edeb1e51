import type { Diagnostic } from "../../diagnostics.js";
import { remember } from "../../lang/remember.js";
import { modelVersion, type DatabaseModel } from "../../model/database-model.js";
import { relationKey, type SqliteCatalog, type SqliteRelation } from "./sqlite-catalog.js";
import { toSqliteColumnType } from "./sqlite-column-type.js";
import { toSqliteTable, type TableContext } from "./sqlite-table.js";
import { SqliteViewTypes } from "./sqlite-view-types.js";
import { toSqliteView } from "./sqlite-view.js";

/** What a catalog holds, and what could not be understood in it. */
export interface SqliteTranslation {
  readonly model: DatabaseModel;
  readonly diagnostics: readonly Diagnostic[];
}

/** Turns the rows of a catalog into the neutral model: pure. */
export function toSqliteModel(catalog: SqliteCatalog): SqliteTranslation {
  const diagnostics: Diagnostic[] = [];
  const context: TableContext = {
    relations: new Map(catalog.relations.map((relation) => [relationKey(relation.schema, relation.name), relation])),
    typeOf: remember((declared) => toSqliteColumnType(declared)),
    diagnostics,
  };
  const tables = catalog.relations.filter(isTable).map((relation) => toSqliteTable(relation, context));
  const views = catalog.relations.filter((relation) => relation.kind === "view");
  const types = new SqliteViewTypes(
    context.relations,
    new Map(tables.map((table) => [relationKey(table.schema, table.name), table])),
  );
  return {
    model: {
      ...emptyParts,
      modelVersion,
      engine: "sqlite",
      defaultSchema: "main",
      schemas: catalog.schemas.map((name) => ({ name, comment: null })),
      tables,
      views: views.map((relation) => toSqliteView(relation, { ...context, types })),
    },
    diagnostics,
  };
}

function isTable(relation: SqliteRelation): boolean {
  return relation.kind === "table" || relation.kind === "virtual";
}

/** SQLite has none of these. */
const emptyParts = { enums: [], domains: [], composites: [], ranges: [], sequences: [], routines: [], extra: {} };
