import { Failure } from "../../diagnostics.js";
import { suggestion } from "../../lang/nearest-name.js";
import type { CatalogReading, ConnectionTarget, Inspector, ReadOptions } from "../inspector.js";
import type { CatalogQuery } from "./catalog-query.js";
import { openSqlserverConnection, type SqlserverConnection } from "./sqlserver-connection.js";
import { sqlserverQueries as queries } from "./sqlserver-queries.js";
import type { SchemaRow } from "./sqlserver-rows.js";
import { toReading } from "./sqlserver-translate.js";

/** Opens a database of SQL Server, 2016 or later, or of Azure SQL, for reading its catalog. */
export async function openSqlserverInspector(target: ConnectionTarget): Promise<Inspector> {
  const connection = await openSqlserverConnection(target.connection);
  return { read: (options) => readCatalog(connection, options), close: () => connection.close() };
}

async function readCatalog(connection: SqlserverConnection, options: ReadOptions): Promise<CatalogReading> {
  const before = connection.statements;
  let ids = "";
  const ask = <Row>(query: CatalogQuery<Row>): Promise<readonly Row[]> => {
    options.onProgress?.(query.name);
    return connection.ask(query, ids, options.statementTimeoutMs);
  };
  const [session = { collation: null }] = await ask(queries.session);
  const schemas = wantedSchemas(await ask(queries.schemas), options.schemas);
  // A list may not be empty, and no schema has this number.
  ids = ["-1", ...schemas.map((schema) => String(schema.schemaId))].join(", ");
  const rows = {
    session,
    schemas,
    relations: await ask(queries.relations),
    columns: await ask(queries.columns),
    indexes: await ask(queries.indexes),
    foreignKeys: await ask(queries.foreignKeys),
    checks: await ask(queries.checks),
  };
  return { ...toReading(rows), statements: connection.statements - before };
}

function wantedSchemas(present: readonly SchemaRow[], wanted: readonly string[] | null): readonly SchemaRow[] {
  if (wanted === null) return present;
  const names = present.map((schema) => schema.name);
  const missing = wanted.find((name) => !names.includes(name));
  if (missing === undefined) return present.filter((schema) => wanted.includes(schema.name));
  throw new Failure("config", `sqlserver: reading schemas "${missing}": no such schema${suggestion(missing, names)}`, {
    hint: `the database has: ${names.join(", ")}`,
  });
}
