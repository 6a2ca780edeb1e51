import { groupBy } from "../../lang/group-by.js";
import type {
  CheckModel,
  ForeignKeyModel,
  IndexModel,
  KeyModel,
  ReferentialAction,
  TableModel,
} from "../../model/table-model.js";
import { stripBrackets } from "./sqlserver-default.js";
import type { CheckRow, ForeignKeyRow, IndexRow } from "./sqlserver-rows.js";

/** What a relation's column ids stand for. */
export type ColumnNames = ReadonlyMap<number, string>;

/** The keys and indexes of one relation. */
export function toIndexes(
  rows: readonly IndexRow[],
  names: ColumnNames,
): Pick<TableModel, "primaryKey" | "uniqueKeys" | "indexes"> {
  const indexes = [...groupBy(rows, (row) => row.indexId).values()];
  const keys = indexes.flatMap((parts) => toKey(parts, names));
  return {
    primaryKey: keys.find(({ primary }) => primary)?.key ?? null,
    uniqueKeys: keys.filter(({ primary }) => !primary).map(({ key }) => key),
    indexes: indexes.flatMap((parts) => toIndex(parts, names)),
  };
}

/** A unique index over all rows is a key, whether it was made by a constraint or not. */
function toKey(parts: readonly IndexRow[], names: ColumnNames): readonly { primary: boolean; key: KeyModel }[] {
  const [first] = parts;
  if (first === undefined || !first.unique || first.disabled || first.filter !== null) return [];
  const columns = keyParts(parts).flatMap((part) => names.get(part.column) ?? []);
  const primary = Boolean(first.primary);
  // The server takes NULL for a value like others here: one row may have it.
  return [{ primary, key: { name: first.name, columns, nullsNotDistinct: !primary, deferrable: "no", comment: null } }];
}

function keyParts(parts: readonly IndexRow[]): readonly IndexRow[] {
  return parts.filter((row) => row.keyOrdinal > 0).toSorted((one, other) => one.keyOrdinal - other.keyOrdinal);
}

function toIndex(parts: readonly IndexRow[], names: ColumnNames): readonly IndexModel[] {
  const [first] = parts;
  if (first === undefined) return [];
  const isConstraint = Boolean(first.primary) || Boolean(first.uniqueConstraint);
  const carried = parts.filter((row) => row.keyOrdinal === 0).toSorted((one, other) => one.position - other.position);
  const model: IndexModel = {
    name: first.name,
    unique: Boolean(first.unique),
    method: first.method.toLowerCase(),
    parts: keyParts(parts).map((part) => ({
      column: names.get(part.column) ?? null,
      expression: null,
      direction: part.descending ? "desc" : "asc",
      nulls: part.descending ? "last" : "first",
      operatorClass: null,
      collation: null,
      prefixLength: null,
    })),
    include: carried.flatMap((part) => names.get(part.column) ?? []),
    predicate: first.filter,
    nullsNotDistinct: Boolean(first.unique),
    constraint: isConstraint ? first.name : null,
    valid: !first.disabled,
    comment: null,
    extra: {},
  };
  return [model];
}

/** A foreign key from its columns; one whose target the login may not see is left out. */
export function toForeignKeys(rows: readonly ForeignKeyRow[], names: ColumnNames): readonly ForeignKeyModel[] {
  return [...groupBy(rows, (row) => row.id).values()].flatMap((parts): readonly ForeignKeyModel[] => {
    const [first] = parts;
    if (first === undefined || first.targetSchema === null || first.targetName === null) return [];
    const ordered = parts.toSorted((one, other) => one.position - other.position);
    return [
      {
        name: first.name,
        columns: ordered.flatMap((part) => names.get(part.column) ?? []),
        references: {
          schema: first.targetSchema,
          name: first.targetName,
          columns: ordered.flatMap((part) => part.targetColumn ?? []),
        },
        onUpdate: actions[first.onUpdate] ?? "noAction",
        onDelete: actions[first.onDelete] ?? "noAction",
        match: "simple",
        deferrable: "no",
        validated: !first.notTrusted,
        enforced: !first.disabled,
        comment: null,
      },
    ];
  });
}

/** By their numbers: https://learn.microsoft.com/en-us/sql/relational-databases/system-catalog-views/sys-foreign-keys-transact-sql. */
const actions: readonly ReferentialAction[] = ["noAction", "cascade", "setNull", "setDefault"];

/** A check whose text the login may see. */
export function toChecks(rows: readonly CheckRow[]): readonly CheckModel[] {
  return rows.flatMap(({ name, definition, disabled, notTrusted }): readonly CheckModel[] =>
    definition === null
      ? []
      : [
          {
            name,
            expression: stripBrackets(definition),
            oneOf: null,
            validated: !notTrusted,
            enforced: !disabled,
            comment: null,
          },
        ],
  );
}
