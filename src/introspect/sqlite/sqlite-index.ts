import { foldAscii } from "../../lang/fold-ascii.js";
import type { IndexModel, IndexPart } from "../../model/table-model.js";
import { findKeyName } from "./find-key-name.js";
import { parseCreateIndex, stripCollation } from "./parse/parse-create-index.js";
import type { TableSyntax } from "./parse/parse-create-table.js";
import type { SqliteIndex } from "./sqlite-catalog.js";
import type { IndexPartRow } from "./sqlite-rows.js";

/** The model of an index, those that SQLite makes for keys included. */
export function toSqliteIndex(index: SqliteIndex, syntax: TableSyntax): IndexModel {
  const isPlain = index.partial === 0 && index.parts.every((part) => part.name !== null);
  const written = index.sql === null || isPlain ? null : parseCreateIndex(index.sql);
  return {
    name: index.name,
    unique: index.unique === 1,
    method: "btree",
    parts: index.parts.map((row, place) => toPart(row, written?.parts[place] ?? null, syntax)),
    include: [],
    predicate: written?.predicate ?? null,
    nullsNotDistinct: false,
    constraint: toConstraint(index, syntax),
    valid: true,
    comment: null,
    extra: {},
  };
}

function toPart(row: IndexPartRow, written: string | null, syntax: TableSyntax): IndexPart {
  const columnCollation = syntax.columns.find((column) => column.name === row.name)?.collation;
  const isDefault = foldAscii(row.collation) === foldAscii(columnCollation ?? "BINARY");
  return {
    column: row.name,
    expression: row.name === null && written !== null ? stripCollation(written, row.collation) : null,
    direction: row.descending === 1 ? "desc" : "asc",
    // NULL is the smallest value of all: https://sqlite.org/lang_select.html#orderby
    nulls: row.descending === 1 ? "last" : "first",
    operatorClass: null,
    collation: isDefault ? null : row.collation,
    prefixLength: null,
  };
}

function toConstraint(index: SqliteIndex, syntax: TableSyntax): string | null {
  if (index.origin === "c") return null;
  if (index.origin === "pk") return syntax.primaryKey?.name ?? "";
  return (
    findKeyName(
      syntax.uniqueKeys,
      index.parts.flatMap((part) => part.name ?? []),
    ) ?? ""
  );
}
