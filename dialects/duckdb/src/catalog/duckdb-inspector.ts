import { Failure, type CatalogReading, type ConnectionTarget, type Inspector, type ReadOptions } from "tablewright";
import type { CatalogQuery } from "./catalog-query.js";
import { openCatalogConnection, type CatalogConnection } from "./duckdb-connection.js";
import { duckdbQueries as queries } from "./duckdb-queries.js";
import { toReading } from "./duckdb-translate.js";

/** Opens a database of DuckDB for reading its catalog. */
export async function openDuckdbInspector(target: ConnectionTarget): Promise<Inspector> {
  const connection = await openCatalogConnection(target);
  return { read: (options) => readCatalog(connection, options), close: async () => connection.close() };
}

/** In one read-only transaction, which sees the catalog as it is at its beginning. */
async function readCatalog(connection: CatalogConnection, options: ReadOptions): Promise<CatalogReading> {
  const before = connection.statements;
  await connection.run("begin transaction read only");
  try {
    const reading = await read(connection, options);
    await connection.run("commit");
    return { ...reading, statements: connection.statements - before };
  } catch (error) {
    // What made the reading fail is what is to be told, not that the transaction is gone too.
    await connection.run("rollback").catch(() => undefined);
    throw error;
  }
}

async function read(connection: CatalogConnection, options: ReadOptions): Promise<ReturnType<typeof toReading>> {
  const ask = <Row>(query: CatalogQuery<Row>): Promise<readonly Row[]> => {
    options.onProgress?.(query.name);
    return connection.ask(query, options.statementTimeoutMs);
  };
  const there = await ask(queries.schemas);
  const schemas = chooseSchemas(there, options.schemas);
  const names = new Set(schemas.map(({ schema }) => schema));
  const within = async <Row extends { readonly schema: string }>(query: CatalogQuery<Row>): Promise<readonly Row[]> =>
    (await ask(query)).filter(({ schema }) => names.has(schema));
  return toReading({
    defaultSchema: there.find(({ isDefault }) => isDefault)?.schema ?? "main",
    schemas,
    tables: await within(queries.tables),
    views: await within(queries.views),
    columns: await within(queries.columns),
    constraints: await within(queries.constraints),
    indexes: await within(queries.indexes),
    // Columns of one schema may have types of another.
    enums: await ask(queries.enums),
    sequences: await within(queries.sequences),
    macros: await within(queries.macros),
  });
}

function chooseSchemas<Row extends { readonly schema: string }>(
  there: readonly Row[],
  wanted: readonly string[] | null,
): readonly Row[] {
  if (wanted === null) return there;
  const names = there.map(({ schema }) => schema);
  const missing = wanted.find((name) => !names.includes(name));
  if (missing === undefined) return there.filter(({ schema }) => wanted.includes(schema));
  throw new Failure("config", `duckdb: choosing the schema "${missing}": there is none of this name`, {
    hint: `there are: ${names.join(", ")}`,
  });
}
