import type {
  ColumnModel,
  ForeignKeyModel,
  GeneratedModel,
  IndexModel,
  IndexPart,
  KeyModel,
  TableModel,
} from "tablewright";
import { toCheck } from "./duckdb-check.js";
import { toColumnType, type FindEnum } from "./duckdb-column-type.js";
import { toDefault } from "./duckdb-default.js";
import type { ColumnRow, ConstraintRow, IndexRow, TableRow } from "./duckdb-rows.js";
import { hasAtTop, insideBrackets, leadingName, splitList, withoutBrackets } from "./sql-text.js";

/** What belongs to one table. */
export interface TableRows {
  readonly columns: readonly ColumnRow[];
  readonly constraints: readonly ConstraintRow[];
  readonly indexes: readonly IndexRow[];
  readonly findEnum: FindEnum;
}

export function toTable(
  { schema, name, comment, sql }: TableRow,
  { columns, constraints, indexes, findEnum }: TableRows,
): TableModel {
  const generated = generatedColumns(sql);
  const ofKind = (kind: ConstraintRow["kind"]): readonly ConstraintRow[] =>
    constraints.filter((one) => one.kind === kind);
  const [primaryKey = null] = ofKind("PRIMARY KEY").map(toKey);
  return {
    schema,
    name,
    kind: "table",
    comment,
    columns: columns.map((column) => toColumn(column, findEnum, generated.has(column.name))),
    primaryKey,
    uniqueKeys: ofKind("UNIQUE").map(toKey),
    foreignKeys: ofKind("FOREIGN KEY").map(toForeignKey),
    checks: ofKind("CHECK").map(toCheck),
    exclusions: [],
    indexes: indexes.map(toIndex),
    triggers: [],
    policies: [],
    partitioning: null,
    inherits: [],
    extra: {},
  };
}

/** A column of a table, or of a view, whose nullability nothing tells. */
export function toColumn(row: ColumnRow, findEnum: FindEnum, isGenerated: boolean, isOfView = false): ColumnModel {
  const expression = withoutBrackets(row.default ?? "");
  // Virtual ones are all that there are: https://duckdb.org/docs/stable/sql/statements/create_table#generated-columns
  const generated: GeneratedModel | null = isGenerated ? { kind: "virtual", expression } : null;
  return {
    name: row.name,
    type: toColumnType(row.type, findEnum),
    databaseType: row.type,
    nullable: row.nullable,
    nullability: isOfView ? "unknown" : "declared",
    default: isGenerated ? { kind: "none" } : toDefault(row.default, row.schema),
    generated,
    identity: null,
    collation: null,
    hidden: false,
    comment: row.comment,
  };
}

/** The names of generated columns: only the table's statement tells them from columns with a default. */
function generatedColumns(sql: string): ReadonlySet<string> {
  const items = splitList(insideBrackets(sql) ?? "").filter((item) => hasAtTop(item, " GENERATED ALWAYS AS"));
  return new Set(items.flatMap((item) => leadingName(item) ?? []));
}

function toKey({ name, columns }: ConstraintRow): KeyModel {
  return { name, columns, nullsNotDistinct: false, deferrable: "no", comment: null };
}

/** DuckDB knows no actions, and no keys across schemas: https://duckdb.org/docs/stable/sql/constraints#foreign-keys */
function toForeignKey({ schema, name, columns, target, targetColumns }: ConstraintRow): ForeignKeyModel {
  return {
    name,
    columns,
    references: { schema, name: target ?? "", columns: targetColumns },
    onUpdate: "noAction",
    onDelete: "noAction",
    match: "simple",
    deferrable: "no",
    validated: true,
    enforced: true,
    comment: null,
  };
}

function toIndex({ name, unique, parts, comment }: IndexRow): IndexModel {
  return {
    name,
    unique,
    method: "art",
    parts: parts.map(toPart),
    include: [],
    predicate: null,
    nullsNotDistinct: false,
    constraint: null,
    valid: true,
    comment,
    extra: {},
  };
}

/** A name, in quotes where it needs some, or an expression in brackets. */
function toPart(text: string): IndexPart {
  const name = leadingName(text);
  const isName = name !== null && (text === name || text === `"${name.replaceAll('"', '""')}"`);
  const rest = { direction: "asc", nulls: "last", operatorClass: null, collation: null, prefixLength: null } as const;
  return { column: isName ? name : null, expression: isName ? null : withoutBrackets(text), ...rest };
}
