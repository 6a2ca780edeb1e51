import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import type { ColumnType } from "../../model/column-type.js";
import type { ColumnModel, GeneratedModel, IdentityModel } from "../../model/table-model.js";
import type { TableSyntax } from "./parse/parse-create-table.js";
import type { SqliteRelation } from "./sqlite-catalog.js";
import { toSqliteColumnType } from "./sqlite-column-type.js";
import { toSqliteDefault } from "./sqlite-default.js";
import type { ColumnRow } from "./sqlite-rows.js";

/** What a column's translation needs beside its own row. */
export interface ColumnContext {
  readonly relation: SqliteRelation;
  readonly syntax: TableSyntax;
  /** The type of a column outside a STRICT table. */
  readonly typeOf: (declared: string) => ColumnType;
  readonly diagnostics: Diagnostic[];
}

/** The model of a table's column, which stands at this place in its table. */
export function toSqliteColumn(row: ColumnRow, place: number, context: ColumnContext): ColumnModel {
  const { relation, syntax } = context;
  const type = relation.strict === 1 ? toSqliteColumnType(row.type, true) : context.typeOf(row.type);
  if (type.kind === "unsupported") reportType(row, context);
  const written = syntax.columns[place];
  const identity = isRowidAlias(row, relation) ? rowidIdentity : null;
  return {
    name: row.name,
    type,
    databaseType: row.type,
    // SQLite lets NULL into the primary key of an ordinary table (https://sqlite.org/quirks.html#primary_keys_can_sometimes_contain_nulls), and so does
    // the model; only the rowid is never null. The catalog itself says NOT NULL for key columns of WITHOUT ROWID and STRICT tables.
    nullable: row.notNull === 0 && identity === null,
    nullability: "declared",
    default: toSqliteDefault(row.defaultText),
    generated: toGenerated(row, written?.generated ?? null),
    identity,
    collation: toCollation(written?.collation ?? null),
    hidden: row.hidden === 1,
    comment: null,
  };
}

function reportType(row: ColumnRow, { relation, diagnostics }: ColumnContext): void {
  const subject = `${relation.schema}.${relation.name}.${row.name}`;
  diagnostics.push(diagnostic("TW1001", subject, { type: row.type }));
}

const rowidIdentity: IdentityModel = { mode: "byDefault", sequence: null };

/** An INTEGER PRIMARY KEY is the rowid itself, so it needs no index; any other primary key has one (https://sqlite.org/lang_createtable.html#rowid). */
function isRowidAlias(row: ColumnRow, relation: SqliteRelation): boolean {
  if (row.keyPlace === 0 || relation.kind !== "table" || relation.withoutRowid === 1) return false;
  return !relation.indexes.some((index) => index.origin === "pk");
}

function toGenerated(row: ColumnRow, expression: string | null): GeneratedModel | null {
  if (row.hidden !== 2 && row.hidden !== 3) return null;
  return { kind: row.hidden === 3 ? "stored" : "virtual", expression: expression ?? "" };
}

function toCollation(written: string | null): string | null {
  return written === null || written.toUpperCase() === "BINARY" ? null : written;
}
