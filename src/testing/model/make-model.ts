import { modelVersion, type DatabaseModel } from "../../model/database-model.js";
import type { ColumnType } from "../../model/column-type.js";
import type { ColumnModel, ForeignKeyModel, KeyModel, TableModel, ViewModel } from "../../model/table-model.js";

export const integer: ColumnType = { kind: "integer", bits: 32, unsigned: false, exact: true };
export const text: ColumnType = { kind: "text", length: null, fixed: false };

/** A model with nothing in it but what is given. */
export function makeModel(engine: string, parts: Partial<DatabaseModel> = {}): DatabaseModel {
  return {
    modelVersion,
    engine,
    defaultSchema: "main",
    schemas: [{ name: "main", comment: null }],
    tables: [],
    views: [],
    enums: [],
    domains: [],
    composites: [],
    ranges: [],
    sequences: [],
    routines: [],
    extra: {},
    ...parts,
  };
}

/** A table whose first column is its key. */
export function makeTable(name: string, columns: readonly ColumnModel[], parts: Partial<TableModel> = {}): TableModel {
  const [first] = columns;
  return {
    schema: "main",
    name,
    kind: "table",
    comment: null,
    columns,
    primaryKey: first === undefined ? null : makeKey(`${name}_key`, first.name),
    uniqueKeys: [],
    foreignKeys: [],
    checks: [],
    exclusions: [],
    indexes: [],
    triggers: [],
    policies: [],
    partitioning: null,
    inherits: [],
    extra: {},
    ...parts,
  };
}

export function makeView(name: string, columns: readonly ColumnModel[], parts: Partial<ViewModel> = {}): ViewModel {
  return {
    schema: "main",
    name,
    kind: "view",
    comment: null,
    columns,
    definition: null,
    updatable: false,
    indexes: [],
    triggers: [],
    extra: {},
    ...parts,
  };
}

/** A column of integers that cannot be null. */
export function makeColumn(name: string, parts: Partial<ColumnModel> = {}): ColumnModel {
  return {
    name,
    type: integer,
    databaseType: "integer",
    nullable: false,
    nullability: "declared",
    default: { kind: "none" },
    generated: null,
    identity: null,
    collation: null,
    hidden: false,
    comment: null,
    ...parts,
  };
}

export function makeTextColumn(name: string, parts: Partial<ColumnModel> = {}): ColumnModel {
  return makeColumn(name, { type: text, databaseType: "text", ...parts });
}

/** A key that rows are checked against at once. */
export function makeKey(name: string | null, ...columns: readonly string[]): KeyModel {
  return { name, columns, nullsNotDistinct: false, deferrable: "no", comment: null };
}

/** A foreign key of one column to the key of a table. */
export function makeForeignKey(name: string, column: string, target: string, key: string): ForeignKeyModel {
  return {
    name,
    columns: [column],
    references: { schema: "main", name: target, columns: [key] },
    onUpdate: "noAction",
    onDelete: "noAction",
    match: "simple",
    deferrable: "no",
    validated: true,
    enforced: true,
    comment: null,
  };
}
