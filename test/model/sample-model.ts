import { modelVersion, type DatabaseModel } from "../../src/model/database-model.js";
import type {
  ColumnModel,
  ForeignKeyModel,
  IndexModel,
  KeyModel,
  TableModel,
  ViewModel,
} from "../../src/model/table-model.js";

/** A model with nothing in it but what is given. */
export function makeModel(parts: Partial<DatabaseModel> = {}): DatabaseModel {
  return {
    modelVersion,
    engine: "postgresql",
    defaultSchema: "public",
    schemas: [{ name: "public", comment: null }],
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

export function makeTable(name: string, parts: Partial<TableModel> = {}): TableModel {
  return {
    schema: "public",
    name,
    kind: "table",
    comment: null,
    columns: [],
    primaryKey: null,
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

export function makeView(name: string, parts: Partial<ViewModel> = {}): ViewModel {
  return {
    schema: "public",
    name,
    kind: "view",
    comment: null,
    columns: [],
    definition: null,
    updatable: false,
    indexes: [],
    triggers: [],
    extra: {},
    ...parts,
  };
}

export function makeColumn(name: string, parts: Partial<ColumnModel> = {}): ColumnModel {
  return {
    name,
    type: { kind: "integer", bits: 32, unsigned: false, exact: true },
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

export function makeKey(name: string | null, ...columns: readonly string[]): KeyModel {
  return { name, columns, nullsNotDistinct: false, deferrable: "no", comment: null };
}

export function makeForeignKey(
  columns: readonly string[],
  target: string,
  targetColumns: readonly string[],
): ForeignKeyModel {
  return {
    name: null,
    columns,
    references: { schema: "public", name: target, columns: targetColumns },
    onUpdate: "noAction",
    onDelete: "noAction",
    match: "simple",
    deferrable: "no",
    validated: true,
    enforced: true,
    comment: null,
  };
}

export function makeIndex(name: string, parts: Partial<IndexModel> = {}): IndexModel {
  return {
    name,
    unique: false,
    method: "btree",
    parts: [],
    include: [],
    predicate: null,
    nullsNotDistinct: false,
    constraint: null,
    valid: true,
    comment: null,
    extra: {},
    ...parts,
  };
}
