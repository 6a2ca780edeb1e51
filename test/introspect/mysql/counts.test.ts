import mysql from "mysql2/promise";
import { beforeAll, expect, it } from "vitest";
import type { DatabaseModel } from "../../../src/model/database-model.js";
import type { TableModel } from "../../../src/model/table-model.js";
import type { MariadbDatabase } from "../../support/mariadb-database.js";
import { describeMariadb, createCatalog, readUrl } from "./read-mysql.js";

let database: MariadbDatabase;
let model: DatabaseModel;

beforeAll(async () => {
  database = await createCatalog();
  ({ model } = await readUrl(database.url));
});

function ofTables(list: (table: TableModel) => readonly unknown[]): number {
  return model.tables.reduce((sum, table) => sum + list(table).length, 0);
}

// Asked in another way than the reading asks: what it leaves out would be missing here.
const counts: readonly (readonly [string, () => number, string])[] = [
  ["tables", () => model.tables.length, "TABLES where TABLE_TYPE not in ('VIEW', 'SEQUENCE') and TABLE_SCHEMA"],
  ["views", () => model.views.length, "VIEWS where TABLE_SCHEMA"],
  ["sequences", () => model.sequences.length, "TABLES where TABLE_TYPE = 'SEQUENCE' and TABLE_SCHEMA"],
  [
    "columns",
    () => ofTables((table) => table.columns) + model.views.reduce((sum, view) => sum + view.columns.length, 0),
    "COLUMNS where TABLE_NAME not in ('ticket', 'plain_numbers') and TABLE_SCHEMA",
  ],
  [
    "columns without null",
    () =>
      ofTables((table) => table.columns.filter((column) => !column.nullable)) +
      model.views.reduce((sum, view) => sum + view.columns.filter((column) => !column.nullable).length, 0),
    "COLUMNS where IS_NULLABLE = 'NO' and TABLE_NAME not in ('ticket', 'plain_numbers') and TABLE_SCHEMA",
  ],
  ["indexes", () => ofTables((table) => table.indexes), "STATISTICS where SEQ_IN_INDEX = 1 and TABLE_SCHEMA"],
  [
    "parts of indexes",
    () => ofTables((table) => table.indexes.flatMap(({ parts }) => parts)),
    "STATISTICS where TABLE_SCHEMA",
  ],
  [
    "primary keys",
    () => ofTables((table) => (table.primaryKey === null ? [] : [table.primaryKey])),
    "TABLE_CONSTRAINTS where CONSTRAINT_TYPE = 'PRIMARY KEY' and TABLE_SCHEMA",
  ],
  [
    "unique keys",
    () => ofTables((table) => table.uniqueKeys),
    "TABLE_CONSTRAINTS where CONSTRAINT_TYPE = 'UNIQUE' and TABLE_SCHEMA",
  ],
  [
    "foreign keys",
    () => ofTables((table) => table.foreignKeys),
    "TABLE_CONSTRAINTS where CONSTRAINT_TYPE = 'FOREIGN KEY' and TABLE_SCHEMA",
  ],
  [
    "checks",
    () => ofTables((table) => table.checks),
    "TABLE_CONSTRAINTS where CONSTRAINT_TYPE = 'CHECK' and TABLE_SCHEMA",
  ],
  ["triggers", () => ofTables((table) => table.triggers), "TRIGGERS where TRIGGER_SCHEMA"],
  [
    "partitions",
    () => ofTables((table) => table.partitioning?.partitions ?? []),
    "PARTITIONS where coalesce(SUBPARTITION_ORDINAL_POSITION, 1) = 1 and PARTITION_NAME is not null and TABLE_SCHEMA",
  ],
  ["routines", () => model.routines.length, "ROUTINES where ROUTINE_SCHEMA"],
  [
    "parameters",
    () => model.routines.reduce((sum, routine) => sum + routine.parameters.length, 0),
    "PARAMETERS where PARAMETER_MODE is not null and SPECIFIC_SCHEMA",
  ],
  ["events", () => model.events?.length ?? 0, "EVENTS where EVENT_SCHEMA"],
];

describeMariadb("as many as the catalog has", () => {
  it.each(counts)("%s", async (_, counted, source) => {
    const connection = await mysql.createConnection({ uri: database.url, rowsAsArray: true });
    const [rows] = await connection.query(`select count(*) from information_schema.${source} = database()`);
    await connection.end();
    const [[expected]] = rows as [[number]];
    expect(expected).toBeGreaterThan(0);
    expect(counted()).toBe(expected);
  });
});
