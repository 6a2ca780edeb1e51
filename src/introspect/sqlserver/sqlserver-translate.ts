import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import { groupBy } from "../../lang/group-by.js";
import { modelVersion, type DatabaseModel } from "../../model/database-model.js";
import type { ColumnModel, TableModel, ViewModel } from "../../model/table-model.js";
import { toColumnType, toDatabaseType } from "./sqlserver-column-type.js";
import { stripBrackets, toDefault } from "./sqlserver-default.js";
import type { CatalogRows, ColumnRow, RelationRow } from "./sqlserver-rows.js";
import { toChecks, toForeignKeys, toIndexes } from "./sqlserver-table.js";

/** Translates the rows of one reading into the model, with a diagnostic for what is not known or not shown. */
export function toReading(rows: CatalogRows): {
  readonly model: DatabaseModel;
  readonly diagnostics: readonly Diagnostic[];
} {
  const columns = groupBy(rows.columns, (row) => row.relation);
  const columnsOf = ({ id }: RelationRow): readonly ColumnRow[] =>
    (columns.get(id) ?? []).toSorted((one, other) => one.position - other.position);
  const indexes = groupBy(rows.indexes, (row) => row.relation);
  const foreignKeys = groupBy(rows.foreignKeys, (row) => row.relation);
  const checks = groupBy(rows.checks, (row) => row.relation);
  const tables = rows.relations.filter(isTable).map((row): TableModel => {
    const own = columnsOf(row);
    const names = new Map(own.map((column) => [column.position, column.name]));
    return {
      schema: row.schema,
      name: row.name,
      kind: "table",
      comment: null,
      columns: own.map((column) => toColumn(column, rows)),
      ...toIndexes(indexes.get(row.id) ?? [], names),
      foreignKeys: toForeignKeys(foreignKeys.get(row.id) ?? [], names),
      checks: toChecks(checks.get(row.id) ?? []),
      exclusions: [],
      triggers: [],
      policies: [],
      partitioning: null,
      inherits: [],
      extra: {},
    };
  });
  const views = rows.relations
    .filter((row) => !isTable(row))
    .map((row): ViewModel => ({
      schema: row.schema,
      name: row.name,
      kind: "view",
      comment: null,
      columns: columnsOf(row).map((column) => ({ ...toColumn(column, rows), identity: null, nullability: "proved" })),
      definition: row.definition,
      updatable: false,
      indexes: [],
      triggers: [],
      extra: {},
    }));
  const model: DatabaseModel = {
    modelVersion,
    engine: "sqlserver",
    defaultSchema: "dbo",
    schemas: rows.schemas.map(({ name }) => ({ name, comment: null })),
    tables,
    views,
    enums: [],
    domains: [],
    composites: [],
    ranges: [],
    sequences: [],
    routines: [],
    extra: {},
  };
  return { model, diagnostics: [...toUnknownTypes(model), ...toHidden(rows)] };
}

function isTable({ type }: RelationRow): boolean {
  return type.trimEnd() === "U";
}

function toColumn(row: ColumnRow, { session }: CatalogRows): ColumnModel {
  const type = toColumnType(row);
  const isVersion = row.type === "timestamp";
  const kind = row.persisted || isVersion ? "stored" : "virtual";
  const expression = isVersion ? "rowversion" : stripBrackets(row.computedText ?? "");
  return {
    name: row.name,
    type,
    databaseType: toDatabaseType(row),
    nullable: Boolean(row.nullable),
    nullability: "declared",
    default: row.default === null ? { kind: "none" } : toDefault(row.default, type),
    generated: row.computed || isVersion ? { kind, expression } : null,
    identity: row.identity ? { mode: "always", sequence: null } : null,
    collation: row.collation === session.collation ? null : row.collation,
    hidden: false,
    comment: null,
  };
}

function toUnknownTypes({ tables, views }: DatabaseModel): readonly Diagnostic[] {
  return [...tables, ...views].flatMap(({ schema, name, columns }) =>
    columns
      .filter(({ type }) => type.kind === "unsupported")
      .map((column) => diagnostic("TW1001", `${schema}.${name}.${column.name}`, { type: column.databaseType })),
  );
}

/** Texts are null for who has no VIEW DEFINITION: https://learn.microsoft.com/en-us/sql/relational-databases/security/metadata-visibility-configuration. */
function toHidden({ relations, columns, checks }: CatalogRows): readonly Diagnostic[] {
  const named = new Map(relations.map((row) => [row.id, `${row.schema}.${row.name}`]));
  const hidden = (subject: string, what: string): Diagnostic =>
    diagnostic("TW1015", subject, { what, privilege: "VIEW DEFINITION" });
  return [
    ...relations
      .filter((row) => !isTable(row) && row.definition === null)
      .map(({ schema, name }) => hidden(`${schema}.${name}`, "its query")),
    ...columns
      .filter((row) => row.defaultId !== 0 && row.default === null)
      .map((row) => hidden(`${named.get(row.relation) ?? ""}.${row.name}`, "its default")),
    ...columns
      .filter((row) => row.computed && row.computedText === null)
      .map((row) => hidden(`${named.get(row.relation) ?? ""}.${row.name}`, "its expression")),
    ...checks
      .filter((row) => row.definition === null)
      .map((row) => hidden(named.get(row.relation) ?? "", `the check "${row.name}"`)),
  ];
}
