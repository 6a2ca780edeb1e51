import type { TableModel } from "../../model/table-model.js";
import type { NamedEntity } from "./model-names.js";
import { NameScope } from "./name-scope.js";
import { subjectOf } from "./naming.js";
import { capitalize, uncapitalize } from "./words.js";

/** A key that tells rows apart. */
export interface UniqueKey {
  /** How `upsert` and finders name it: `primaryKey`, `email`, `firstNameAndLastName`. */
  readonly name: string;
  /** The finder; null for the primary key, which `find` takes. */
  readonly finder: string | null;
  /** In key order. */
  readonly columns: readonly string[];
  /** Whether an upsert can rest on it: a deferrable one is checked too late. */
  readonly arbiter: boolean;
}

/**
 * The primary key, then the other keys in the order of their names: unique constraints, and unique indexes that hold every row and only columns. Of keys over
 * the same columns there is one.
 */
export function uniqueKeysOf(entity: NamedEntity, table: KeyedRelation): readonly UniqueKey[] {
  const known = (columns: readonly string[]): boolean =>
    columns.length > 0 && columns.every((column) => entity.properties.has(column));
  const primary = table.primaryKey;
  const hasPrimary = primary !== null && known(primary.columns);
  const taken = new Set(hasPrimary ? [JSON.stringify(primary.columns)] : []);
  const candidates = [...table.uniqueKeys.map(toCandidate), ...table.indexes.flatMap(toIndexCandidate)];
  const distinct = candidates.filter(
    ({ columns }) => known(columns) && !taken.has(JSON.stringify(columns)) && taken.add(JSON.stringify(columns)),
  );
  const others = nameKeys(entity, distinct);
  return hasPrimary
    ? [{ name: "primaryKey", finder: null, columns: primary.columns, arbiter: primary.deferrable === "no" }, ...others]
    : others;
}

/** What tells rows apart. */
export type KeyedRelation = Pick<TableModel, "primaryKey" | "uniqueKeys" | "indexes">;

interface Candidate {
  readonly columns: readonly string[];
  readonly arbiter: boolean;
}

function toCandidate({ columns, deferrable }: TableModel["uniqueKeys"][number]): Candidate {
  return { columns, arbiter: deferrable === "no" };
}

function toIndexCandidate(index: TableModel["indexes"][number]): readonly Candidate[] {
  const whole = index.unique && index.valid && index.constraint === null && index.predicate === null;
  const columns = index.parts.flatMap(({ column, prefixLength }) =>
    column === null || prefixLength !== null ? [] : [column],
  );
  return whole && columns.length === index.parts.length ? [{ columns, arbiter: true }] : [];
}

function nameKeys(entity: NamedEntity, candidates: readonly Candidate[]): readonly UniqueKey[] {
  const bases = candidates.map(({ columns }) =>
    columns.map((column) => capitalize(entity.properties.get(column) ?? "")).join("And"),
  );
  const claims = candidates.map(({ columns }, index) => {
    const best = uncapitalize(bases[index] ?? "");
    return {
      subject: `${subjectOf(entity.source.model)}(${columns.join(", ")})`,
      wanted: [best, `${best}Key`],
      rank: 0,
    };
  });
  const names = new NameScope(["primaryKey"]).settle(claims);
  const keys = candidates.map(({ columns, arbiter }, index): UniqueKey => {
    const name = names[index] ?? "";
    return { name, finder: `findBy${capitalize(name)}`, columns, arbiter };
  });
  return keys.sort((one, other) => (one.name < other.name ? -1 : 1));
}
