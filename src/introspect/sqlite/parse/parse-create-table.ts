import type { Deferrable } from "../../../model/table-model.js";
import { readConstraint } from "./read-constraint.js";
import { isKeyword } from "./token-range.js";
import { TokenReader } from "./token-reader.js";

/** What only the text of a CREATE TABLE statement tells: SQLite's pragmas have no names of constraints, no checks and no expressions. */
export interface TableSyntax {
  readonly columns: readonly ColumnSyntax[];
  /** Null where the table has no primary key. */
  readonly primaryKey: KeySyntax | null;
  readonly autoincrement: boolean;
  readonly uniqueKeys: readonly KeySyntax[];
  /** In the order written: `pragma_foreign_key_list` numbers them from the last. */
  readonly foreignKeys: readonly ForeignKeySyntax[];
  readonly checks: readonly CheckSyntax[];
  /** What ON CONFLICT clauses make of a violation, as in `unique (a, b): replace` (https://sqlite.org/lang_conflict.html). */
  readonly conflicts: readonly string[];
}

export interface ColumnSyntax {
  readonly name: string;
  /** Null where no COLLATE clause is written. */
  readonly collation: string | null;
  /** The expression of a generated column; null for an ordinary one. */
  readonly generated: string | null;
}

export interface KeySyntax {
  readonly name: string | null;
  readonly columns: readonly string[];
}

export interface ForeignKeySyntax extends KeySyntax {
  readonly deferrable: Deferrable;
}

export interface CheckSyntax {
  readonly name: string | null;
  /** The condition, without its parentheses. */
  readonly expression: string;
}

/** A `TableSyntax` while it is being read. */
export interface TableDraft {
  columns: { name: string; collation: string | null; generated: string | null }[];
  primaryKey: KeySyntax | null;
  autoincrement: boolean;
  uniqueKeys: KeySyntax[];
  foreignKeys: { name: string | null; columns: readonly string[]; deferrable: Deferrable }[];
  checks: CheckSyntax[];
  conflicts: string[];
}

/** Reads the text that `sqlite_schema` keeps of a table (https://sqlite.org/lang_createtable.html). */
export function parseCreateTable(sql: string): TableSyntax {
  const draft: TableDraft = {
    columns: [],
    primaryKey: null,
    autoincrement: false,
    uniqueKeys: [],
    foreignKeys: [],
    checks: [],
    conflicts: [],
  };
  const reader = new TokenReader(sql);
  while (!reader.atEnd() && !reader.isSymbol("(")) reader.take();
  reader.takeSymbol("(");
  while (!reader.atEnd() && !reader.isSymbol(")")) readElement(reader, draft);
  return draft;
}

const tableConstraints = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"];

/** Reads one column, or one or more constraints: SQLite wants no comma between two constraints of the table. */
function readElement(reader: TokenReader, draft: TableDraft): void {
  const column = isKeyword(reader.peek(), ...tableConstraints) ? null : reader.takeName();
  if (column !== null) draft.columns.push({ name: column, collation: null, generated: null });
  let name: string | null = null;
  while (!reader.atEnd() && !reader.isSymbol(")") && !reader.takeSymbol(",")) {
    if (reader.takeKeywords("CONSTRAINT")) {
      name = reader.takeName();
    } else {
      readConstraint(reader, draft, { column, name });
      name = null;
    }
  }
}
