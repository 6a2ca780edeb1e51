import type { ExpressionFacts } from "./expression-facts.js";
import type { TreeNode } from "./parse-node-tree.js";
import { columnKey, entryKinds, joinTypes, type QueryScope } from "./query-scope.js";
import { conjunctsOf, hasAt, isTrueAt, nodeAt, nodesAt, numberAt, withoutRelabel, wordAt } from "./tree-fields.js";

/** Positions of columns, from 1, that no two rows agree in. */
export type PositionKey = readonly number[];

/** What the search for keys rests on. */
export interface KeyGround {
  readonly facts: ExpressionFacts;
  /** The keys of a table or view; `alone` leaves out the children that inherit from it. */
  keysOf(relation: number, alone: boolean): readonly PositionKey[];
  keysOfQuery(query: TreeNode, parent: QueryScope): readonly PositionKey[];
  keysOfCte(name: string, scope: QueryScope): readonly PositionKey[];
}

/**
 * The keys of a query's result, as places in its list of columns from 1. An empty key says that there is one row at most. Only joins that give each row once
 * keep the keys of their sides.
 */
export function findQueryKeys(scope: QueryScope, ground: KeyGround): readonly PositionKey[] {
  const { query } = scope;
  if (isTrueAt(query, "hasTargetSRFs") || scope.hasGroupingSets) return [];
  const outputs = nodesAt(query, "targetList");
  const operations = nodeAt(query, "setOperations");
  if (operations !== null) return setKeys(operations, outputs);
  const isGrouped = hasAt(query, "groupClause");
  if (!isGrouped && (isTrueAt(query, "hasAggs") || hasAt(query, "havingQual"))) return [[]];
  const rows = new SourceKeys(scope, ground).keys;
  const clauses = ["groupClause", "distinctClause"].filter((clause) => hasAt(query, clause));
  const listed = clauses.map((clause) => placesOf(clause, query, outputs));
  const kept = isGrouped ? rows.filter((key) => isWithin(key, groupedColumns(scope, outputs))) : rows;
  const shown = shownColumns(scope, outputs);
  const carried = kept.flatMap((key) => {
    const places = key.map((column) => shown.get(column));
    return places.every((place) => place !== undefined) ? [places] : [];
  });
  return [...carried, ...listed.flatMap((key) => (key === null ? [] : [key]))];
}

/** `SetOperationStmt.op` (src/include/nodes/parsenodes.h): all operations but UNION ALL give each row once, unless they say ALL. */
function setKeys(operations: TreeNode, outputs: readonly TreeNode[]): readonly PositionKey[] {
  return isTrueAt(operations, "all") ? [] : [outputs.map((output) => numberAt(output, "resno"))];
}

/** The places of the columns that a clause lists; null where one of them is not shown. */
function placesOf(clause: string, query: TreeNode, outputs: readonly TreeNode[]): PositionKey | null {
  const listed = nodesAt(query, clause).map((item) => numberAt(item, "tleSortGroupRef"));
  const found = listed.map((reference) =>
    outputs.find((output) => numberAt(output, "ressortgroupref") === reference && !isTrueAt(output, "resjunk")),
  );
  return found.every((output) => output !== undefined) ? found.map((output) => numberAt(output, "resno")) : null;
}

function groupedColumns(scope: QueryScope, outputs: readonly TreeNode[]): ReadonlySet<string> {
  const references = new Set(nodesAt(scope.query, "groupClause").map((item) => numberAt(item, "tleSortGroupRef")));
  const grouped = outputs.filter((output) => references.has(numberAt(output, "ressortgroupref")));
  return new Set(grouped.flatMap((output) => keyOf(nodeAt(output, "expr"), scope) ?? []));
}

/** Where the columns of the range table are shown unchanged. */
function shownColumns(scope: QueryScope, outputs: readonly TreeNode[]): ReadonlyMap<string, number> {
  const shown = outputs.filter((output) => !isTrueAt(output, "resjunk"));
  const entries = shown.flatMap((output): (readonly [string, number])[] => {
    const key = keyOf(nodeAt(output, "expr"), scope);
    return key === null ? [] : [[key, numberAt(output, "resno")]];
  });
  return new Map(entries.reverse());
}

function keyOf(expression: TreeNode | null, scope: QueryScope): string | null {
  const column = expression === null ? null : scope.columnOf(expression);
  return column === null ? null : columnKey(column);
}

function isWithin(key: readonly string[], columns: ReadonlySet<string>): boolean {
  return key.every((column) => columns.has(column));
}

/** One side of a join: what it reads from, and the keys of its rows. */
interface Source {
  readonly places: ReadonlySet<number>;
  readonly keys: readonly (readonly string[])[];
}

/** The keys of the joined tables of a query. */
class SourceKeys {
  readonly keys: readonly (readonly string[])[];
  readonly #scope: QueryScope;
  readonly #ground: KeyGround;

  constructor(scope: QueryScope, ground: KeyGround) {
    this.#scope = scope;
    this.#ground = ground;
    this.keys = this.#sourceOf(nodeAt(scope.query, "jointree")).keys;
  }

  #sourceOf(item: TreeNode | null): Source {
    if (item?.type === "RANGETBLREF") return this.#entrySource(numberAt(item, "rtindex"));
    if (item?.type === "FROMEXPR") {
      const conditions = conjunctsOf(nodeAt(item, "quals"));
      const parts = nodesAt(item, "fromlist").map((part) => this.#sourceOf(part));
      return parts.reduce((left, right) => this.#join([left, right], conditions, joinTypes.inner), oneRow);
    }
    if (item?.type !== "JOINEXPR") return { places: new Set(), keys: [] };
    const sides = [this.#sourceOf(nodeAt(item, "larg")), this.#sourceOf(nodeAt(item, "rarg"))] as const;
    const conditions = conjunctsOf(nodeAt(item, "quals"));
    const type = numberAt(item, "jointype");
    return type === joinTypes.right
      ? this.#join([sides[1], sides[0]], conditions, joinTypes.left)
      : this.#join(sides, conditions, type);
  }

  #entrySource(place: number): Source {
    const keys = this.#entryKeys(place).map((key) => key.map((position) => columnKey({ place, position })));
    return { places: new Set([place]), keys };
  }

  #entryKeys(place: number): readonly PositionKey[] {
    const entry = this.#scope.entry(place);
    if (entry === undefined) return [];
    switch (numberAt(entry, "rtekind")) {
      case entryKinds.relation:
        return this.#ground.keysOf(numberAt(entry, "relid"), !isTrueAt(entry, "inh"));
      case entryKinds.subquery: {
        const query = nodeAt(entry, "subquery");
        return query === null ? [] : this.#ground.keysOfQuery(query, this.#scope);
      }
      case entryKinds.cte: {
        const outer = this.#scope.up(numberAt(entry, "ctelevelsup"));
        return outer === null ? [] : this.#ground.keysOfCte(wordAt(entry, "ctename"), outer);
      }
      default:
        return [];
    }
  }

  #join([left, right]: readonly [Source, Source], conditions: readonly TreeNode[], type: number): Source {
    const places = new Set([...left.places, ...right.places]);
    const isInner = type === joinTypes.inner;
    if (!isInner && type !== joinTypes.left) return { places, keys: [] };
    const leftStays = this.#isAtMostOne(right, conditions);
    const rightStays = isInner && this.#isAtMostOne(left, conditions);
    const single = [...(leftStays ? left.keys : []), ...(rightStays ? right.keys : [])];
    if (single.length > 0 || !isInner) return { places, keys: single };
    const [one, other] = [left.keys[0], right.keys[0]];
    return { places, keys: one === undefined || other === undefined ? [] : [[...one, ...other]] };
  }

  /** Whether the conditions set all columns of one of a side's keys equal to something outside it. */
  #isAtMostOne(side: Source, conditions: readonly TreeNode[]): boolean {
    const given = new Set(conditions.flatMap((condition) => this.#columnsGiven(side, condition)));
    return side.keys.some((key) => isWithin(key, given));
  }

  #columnsGiven(side: Source, condition: TreeNode): readonly string[] {
    if (condition.type !== "OPEXPR" || !this.#ground.facts.equalities.has(numberAt(condition, "opno"))) return [];
    const [one, other] = nodesAt(condition, "args");
    if (one === undefined || other === undefined) return [];
    return [this.#givenBy(side, one, other), this.#givenBy(side, other, one)].flatMap((key) => key ?? []);
  }

  #givenBy(side: Source, expression: TreeNode, value: TreeNode): string | null {
    const column = this.#scope.columnOf(expression);
    if (column === null || !side.places.has(column.place)) return null;
    const bare = withoutRelabel(value);
    if (bare.type === "CONST") return columnKey(column);
    if (bare.type !== "VAR") return null;
    const other = this.#scope.columnOf(bare);
    const isOutside = numberAt(bare, "varlevelsup") > 0 || (other !== null && !side.places.has(other.place));
    return isOutside ? columnKey(column) : null;
  }
}

const oneRow: Source = { places: new Set(), keys: [[]] };
