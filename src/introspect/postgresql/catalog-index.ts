import { groupBy } from "../../lang/group-by.js";
import type { DefaultValue } from "../../model/default-value.js";
import type { QualifiedName } from "../../model/qualified-name.js";
import type { CatalogRows } from "./catalog-rows.js";
import { toTypeResolver, type TypeResolver } from "./postgresql-column-type.js";
import { toDefault } from "./postgresql-default.js";
import type { ColumnNames } from "./postgresql-key.js";
import type {
  ColumnRow,
  ConstraintRow,
  IndexRow,
  InheritanceRow,
  PolicyRow,
  PrivilegeRow,
  RuleRow,
  StatisticsRow,
  TriggerRow,
} from "./postgresql-rows.js";

/** The rows of the catalog by what they belong to: made once, so that the translation of a table looks at its own rows only. */
export interface CatalogIndex {
  readonly types: TypeResolver;
  readonly columns: ReadonlyMap<number, readonly ColumnRow[]>;
  /** The names of a relation's columns by their positions. */
  columnNames(relation: number): ColumnNames;
  /** The default that an expression stands for; null stands for none. */
  toDefault(expression: string | null): DefaultValue;
  /** By the oid of the table. */
  readonly constraints: ReadonlyMap<number, readonly ConstraintRow[]>;
  /** By the oid of the domain. */
  readonly domainConstraints: ReadonlyMap<number, readonly ConstraintRow[]>;
  readonly indexes: ReadonlyMap<number, readonly IndexRow[]>;
  readonly triggers: ReadonlyMap<number, readonly TriggerRow[]>;
  readonly policies: ReadonlyMap<number, readonly PolicyRow[]>;
  readonly rules: ReadonlyMap<number, readonly RuleRow[]>;
  readonly statistics: ReadonlyMap<number, readonly StatisticsRow[]>;
  readonly privileges: ReadonlyMap<number, PrivilegeRow>;
  /** By the oid of the child. */
  readonly parents: ReadonlyMap<number, readonly InheritanceRow[]>;
  /** By the oid of the parent. */
  readonly children: ReadonlyMap<number, readonly InheritanceRow[]>;
  /** By table and position: see `identityKey`. */
  readonly identitySequences: ReadonlyMap<string, QualifiedName>;
}

/** Groups the rows of the catalog. */
export function toCatalogIndex(rows: CatalogRows): CatalogIndex {
  const columns = groupBy(rows.columns, (row) => row.relation);
  const identities = rows.sequences.filter((sequence) => sequence.owned === "i");
  return {
    toDefault: remember(toDefault),
    types: toTypeResolver(rows.types),
    columns,
    columnNames: remember((relation) => new Map((columns.get(relation) ?? []).map((row) => [row.position, row.name]))),
    constraints: groupBy(rows.constraints, (row) => row.relation),
    domainConstraints: groupBy(rows.constraints, (row) => row.domain),
    indexes: groupBy(rows.indexes, (row) => row.relation),
    triggers: groupBy(rows.triggers, (row) => row.relation),
    policies: groupBy(rows.policies, (row) => row.relation),
    rules: groupBy(rows.rules, (row) => row.relation),
    statistics: groupBy(rows.statistics, (row) => row.relation),
    privileges: new Map(rows.privileges.map((row) => [row.relation, row])),
    parents: groupBy(rows.inheritance, (row) => row.child),
    children: groupBy(rows.inheritance, (row) => row.parent),
    identitySequences: new Map(
      identities.map(({ owner, owner_position, schema, name }) => [
        identityKey(owner, owner_position),
        { schema, name },
      ]),
    ),
  };
}

/** Many columns have the same default, and many foreign keys the same target. */
function remember<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** Where a column is found in `identitySequences`. */
export function identityKey(relation: number, position: number): string {
  return `${relation}.${position}`;
}
