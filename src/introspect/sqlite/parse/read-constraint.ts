import type { Deferrable } from "../../../model/table-model.js";
import type { TableDraft } from "./parse-create-table.js";
import type { TokenReader } from "./token-reader.js";

/** Where a constraint stands: behind a column, or (null) on its own; and the name written before it. */
export interface ConstraintPlace {
  readonly column: string | null;
  readonly name: string | null;
}

/** Reads one constraint into the draft. What is none (a word of the column's type) is passed over token by token. */
export function readConstraint(reader: TokenReader, draft: TableDraft, place: ConstraintPlace): void {
  if (reader.takeKeywords("PRIMARY", "KEY")) readPrimaryKey(reader, draft, place);
  else if (reader.takeKeywords("UNIQUE")) readUnique(reader, draft, place);
  else if (reader.takeKeywords("NOT", "NULL")) readConflict(reader, draft, `not null (${place.column ?? ""})`);
  else if (reader.takeKeywords("CHECK")) {
    draft.checks.push({ name: place.name, expression: reader.takeGroup() ?? "" });
  } else if (reader.takeKeywords("FOREIGN", "KEY")) {
    const columns = readColumnList(reader);
    if (reader.takeKeywords("REFERENCES")) readReferences(reader, draft, { name: place.name, columns });
  } else if (reader.takeKeywords("REFERENCES")) {
    readReferences(reader, draft, { name: place.name, columns: place.column === null ? [] : [place.column] });
  } else if (!readDeferrable(reader, draft)) {
    readColumnProperty(reader, draft);
  }
}

function readPrimaryKey(reader: TokenReader, draft: TableDraft, place: ConstraintPlace): void {
  const columns: string[] = [];
  if (place.column !== null) {
    columns.push(place.column);
    if (!reader.takeKeywords("ASC")) reader.takeKeywords("DESC");
  } else {
    readList(reader, () => {
      columns.push(reader.takeName());
      skipToListEnd(reader, () => (draft.autoincrement ||= reader.isKeyword("AUTOINCREMENT")));
    });
  }
  draft.primaryKey = { name: place.name, columns };
  readConflict(reader, draft, `primary key (${columns.join(", ")})`);
}

function readUnique(reader: TokenReader, draft: TableDraft, place: ConstraintPlace): void {
  const columns = place.column === null ? readColumnList(reader) : [place.column];
  draft.uniqueKeys.push({ name: place.name, columns });
  readConflict(reader, draft, `unique (${columns.join(", ")})`);
}

function readConflict(reader: TokenReader, draft: TableDraft, constraint: string): void {
  if (reader.takeKeywords("ON", "CONFLICT")) draft.conflicts.push(`${constraint}: ${reader.takeName().toLowerCase()}`);
}

/** The names of a parenthesized list, without what follows each (COLLATE, ASC, DESC). */
function readColumnList(reader: TokenReader): readonly string[] {
  const columns: string[] = [];
  readList(reader, () => {
    columns.push(reader.takeName());
    skipToListEnd(reader);
  });
  return columns;
}

function readList(reader: TokenReader, readItem: () => void): void {
  if (!reader.takeSymbol("(")) return;
  while (!reader.atEnd() && !reader.takeSymbol(")")) {
    readItem();
    reader.takeSymbol(",");
  }
}

function skipToListEnd(reader: TokenReader, visit: () => void = () => undefined): void {
  while (!reader.atEnd() && !reader.isSymbol(",") && !reader.isSymbol(")")) {
    visit();
    if (reader.takeGroup() === null) reader.take();
  }
}

function readReferences(
  reader: TokenReader,
  draft: TableDraft,
  key: { name: string | null; columns: readonly string[] },
) {
  reader.takeName();
  reader.takeGroup();
  // The actions are in pragma_foreign_key_list; they are passed over here, so that SET DEFAULT is not taken for a default.
  for (;;) {
    if (reader.takeKeywords("MATCH")) reader.take();
    else if (reader.takeKeywords("ON")) {
      reader.take();
      if (!reader.takeKeywords("SET")) reader.takeKeywords("NO");
      reader.take();
    } else break;
  }
  draft.foreignKeys.push({ ...key, deferrable: "no" });
}

/** `[NOT] DEFERRABLE [INITIALLY DEFERRED | INITIALLY IMMEDIATE]` belongs to the foreign key before it. */
function readDeferrable(reader: TokenReader, draft: TableDraft): boolean {
  const refused = reader.takeKeywords("NOT", "DEFERRABLE");
  if (!refused && !reader.takeKeywords("DEFERRABLE")) return false;
  const deferred = reader.takeKeywords("INITIALLY", "DEFERRED");
  if (!deferred) reader.takeKeywords("INITIALLY", "IMMEDIATE");
  const deferrable: Deferrable = refused ? "no" : deferred ? "initiallyDeferred" : "initiallyImmediate";
  const foreignKey = draft.foreignKeys.at(-1);
  if (foreignKey !== undefined) foreignKey.deferrable = deferrable;
  return true;
}

function readColumnProperty(reader: TokenReader, draft: TableDraft): void {
  const column = draft.columns.at(-1);
  if (reader.takeKeywords("DEFAULT")) skipDefault(reader);
  else if (reader.takeKeywords("AUTOINCREMENT")) draft.autoincrement = true;
  else if (reader.takeKeywords("COLLATE")) {
    const collation = reader.takeName();
    if (column !== undefined) column.collation = collation;
  } else if (reader.takeKeywords("GENERATED", "ALWAYS", "AS") || reader.takeKeywords("AS")) {
    const expression = reader.takeGroup();
    if (column !== undefined) column.generated = expression;
  } else if (reader.takeGroup() === null) reader.take();
}

function skipDefault(reader: TokenReader): void {
  if (!reader.takeSymbol("-")) reader.takeSymbol("+");
  if (reader.takeGroup() === null) reader.take();
}
