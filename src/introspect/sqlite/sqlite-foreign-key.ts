import { diagnostic } from "../../diagnostics.js";
import { foldAscii } from "../../lang/fold-ascii.js";
import { groupBy } from "../../lang/group-by.js";
import type { ForeignKeyModel, ForeignKeyTarget, ReferentialAction } from "../../model/table-model.js";
import type { ForeignKeySyntax } from "./parse/parse-create-table.js";
import { relationKey, type SqliteRelation } from "./sqlite-catalog.js";
import type { ForeignKeyRow } from "./sqlite-rows.js";
import type { TableContext } from "./sqlite-table.js";

/** The models of a table's foreign keys, in the order written; the rows come in that order too. */
export function toSqliteForeignKeys(
  relation: SqliteRelation,
  written: readonly ForeignKeySyntax[],
  context: TableContext,
): readonly ForeignKeyModel[] {
  const byId = groupBy(relation.foreignKeys, (row) => row.id);
  return [...byId.values()].map((rows, place) => {
    const columns = rows.map((row) => foldAscii(row.column)).join("\0");
    const candidate = written[place];
    const isIt = candidate?.columns.map(foldAscii).join("\0") === columns;
    return toForeignKey(rows, { relation, written: isIt ? candidate : undefined, context });
  });
}

interface ForeignKeyContext {
  readonly relation: SqliteRelation;
  readonly written: ForeignKeySyntax | undefined;
  readonly context: TableContext;
}

function toForeignKey(
  rows: readonly ForeignKeyRow[],
  { relation, written, context }: ForeignKeyContext,
): ForeignKeyModel {
  const first = rows[0];
  return {
    name: written?.name ?? null,
    columns: rows.map((row) => row.column),
    references: toTarget(rows, relation, context),
    onUpdate: toAction(first?.onUpdate),
    onDelete: toAction(first?.onDelete),
    // SQLite reads MATCH clauses and treats them all as MATCH SIMPLE (https://sqlite.org/foreignkeys.html#fk_unsupported).
    match: "simple",
    deferrable: written?.deferrable ?? "no",
    validated: true,
    enforced: true,
    comment: null,
  };
}

/** The referenced columns, spelt as the referenced table spells them: the primary key's where the statement names none. */
function toTarget(rows: readonly ForeignKeyRow[], relation: SqliteRelation, context: TableContext): ForeignKeyTarget {
  const named = rows[0]?.referencedTable ?? "";
  const target = context.relations.get(relationKey(relation.schema, named));
  const columns = target === undefined ? namedColumns(rows) : resolveColumns(rows, target);
  const reason = target === undefined ? "there is no such table" : reasonAgainst(columns, rows, target);
  if (reason !== null) {
    context.diagnostics.push(diagnostic("TW1011", `${relation.schema}.${relation.name}`, { target: named, reason }));
  }
  return { schema: relation.schema, name: target?.name ?? named, columns };
}

function namedColumns(rows: readonly ForeignKeyRow[]): readonly string[] {
  return rows.flatMap((row) => row.referencedColumn ?? []);
}

function resolveColumns(rows: readonly ForeignKeyRow[], target: SqliteRelation): readonly string[] {
  if (rows.some((row) => row.referencedColumn === null)) return primaryKeyColumns(target);
  return namedColumns(rows).map((column) => findSpelling(column, target) ?? column);
}

function findSpelling(name: string, target: SqliteRelation): string | undefined {
  const folded = foldAscii(name);
  return target.columns.find((column) => column.name === name || foldAscii(column.name) === folded)?.name;
}

function primaryKeyColumns(target: SqliteRelation): readonly string[] {
  const key = target.columns.filter((column) => column.keyPlace > 0);
  return key.sort((left, right) => left.keyPlace - right.keyPlace).map((column) => column.name);
}

function reasonAgainst(
  columns: readonly string[],
  rows: readonly ForeignKeyRow[],
  target: SqliteRelation,
): string | null {
  if (columns.length === 0) return "it has no primary key";
  if (columns.length !== rows.length) return `its key has ${columns.length} columns and the foreign key ${rows.length}`;
  const missing = columns.find((column) => findSpelling(column, target) === undefined);
  return missing === undefined ? null : `it has no column "${missing}"`;
}

const actions: ReadonlyMap<string, ReferentialAction> = new Map([
  ["RESTRICT", "restrict"],
  ["CASCADE", "cascade"],
  ["SET NULL", "setNull"],
  ["SET DEFAULT", "setDefault"],
]);

function toAction(action: string | undefined): ReferentialAction {
  return actions.get(action ?? "") ?? "noAction";
}
