// Reads a catalog and does nothing with it: the part of a run that the database sets the pace of.
// `node bench/read-catalog.mjs ENGINE CONNECTION` prints the number of statements and of tables.
import { readDatabase } from "../dist/introspect/read-database.js";

const [engine, connection] = process.argv.slice(2);
const target = { engine, connection: engine === "sqlite" ? { file: connection } : connection };
const { model, statements } = await readDatabase(
  target,
  { schemas: null, include: [], exclude: [] },
  { statementTimeoutMs: 60_000 },
);
console.log(JSON.stringify({ statements, tables: model.tables.length }));
