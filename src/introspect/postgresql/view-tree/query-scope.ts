import type { TreeNode } from "./parse-node-tree.js";
import { conjunctsOf, hasAt, nodeAt, nodeIn, nodesAt, numberAt, withoutRelabel } from "./tree-fields.js";

/** `RangeTblEntry.rtekind` (src/include/nodes/parsenodes.h). */
export const entryKinds = { relation: 0, subquery: 1, join: 2, function: 3, values: 5, cte: 6, group: 9 } as const;

/** `JoinExpr.jointype` (src/include/nodes/nodes.h). */
export const joinTypes = { inner: 0, left: 1, full: 2, right: 3 } as const;

/** One query of a view, and the queries around it. */
export class QueryScope {
  readonly query: TreeNode;
  /** Null for the outermost one. */
  readonly parent: QueryScope | null;
  /** Whether grouping sets put null in place of what they group by. */
  readonly hasGroupingSets: boolean;
  readonly #entries: readonly TreeNode[];
  #nullers: ReadonlyMap<number, readonly number[]> | undefined;
  #required: readonly TreeNode[] | undefined;

  constructor(query: TreeNode, parent: QueryScope | null) {
    this.query = query;
    this.parent = parent;
    this.hasGroupingSets = hasAt(query, "groupingSets");
    this.#entries = nodesAt(query, "rtable");
  }

  /** What the query reads from, by its place in the range table, from 1. */
  entry(place: number): TreeNode | undefined {
    return this.#entries[place - 1];
  }

  /** The query so many levels further out; null where there is none. */
  up(levels: number): QueryScope | null {
    return levels === 0 ? this : (this.parent?.up(levels - 1) ?? null);
  }

  /** The places of the outer joins that put nulls in place of this entry's columns. Worked out from the joins, for only PostgreSQL 16 says it of each column. */
  nullersOf(place: number): readonly number[] {
    this.#nullers ??= findNullers(this.query);
    return this.#nullers.get(place) ?? [];
  }

  /** The conditions that hold for every row of the joined tables: those of WHERE and of inner joins. */
  get required(): readonly TreeNode[] {
    return (this.#required ??= findRequired(nodeAt(this.query, "jointree")));
  }

  /** The column that a variable of this query stands for, joins and groupings resolved; null for what is no plain column of an entry. */
  columnOf(expression: TreeNode): EntryColumn | null {
    const variable = withoutRelabel(expression);
    if (variable.type !== "VAR" || numberAt(variable, "varlevelsup") !== 0) return null;
    const [place, position] = [numberAt(variable, "varno"), numberAt(variable, "varattno")];
    const entry = this.entry(place);
    if (entry === undefined || position < 1) return null;
    const behind = behindColumn(entry, position);
    return behind === undefined ? { place, position } : behind === null ? null : this.columnOf(behind);
  }
}

/** A column of an entry of the range table. */
export interface EntryColumn {
  readonly place: number;
  readonly position: number;
}

/** One text for a column of an entry. */
export function columnKey({ place, position }: EntryColumn): string {
  return `${place}.${position}`;
}

/** What a join's or a grouping's column stands for; undefined for a column of any other entry. */
function behindColumn(entry: TreeNode, position: number): TreeNode | null | undefined {
  const kind = numberAt(entry, "rtekind");
  if (kind === entryKinds.join) return nodeIn(entry, "joinaliasvars", position);
  return kind === entryKinds.group ? nodeIn(entry, "groupexprs", position) : undefined;
}

function findNullers(query: TreeNode): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  const visit = (item: TreeNode | null, above: readonly number[]): void => {
    if (item === null) return;
    if (item.type === "FROMEXPR") nodesAt(item, "fromlist").forEach((part) => visit(part, above));
    if (item.type !== "RANGETBLREF" && item.type !== "JOINEXPR") return;
    const place = numberAt(item, "rtindex");
    found.set(place, above);
    if (item.type === "RANGETBLREF") return;
    const type = numberAt(item, "jointype");
    const nulled = [...above, place];
    visit(nodeAt(item, "larg"), type === joinTypes.full || type === joinTypes.right ? nulled : above);
    visit(nodeAt(item, "rarg"), type === joinTypes.full || type === joinTypes.left ? nulled : above);
  };
  visit(nodeAt(query, "jointree"), []);
  return found;
}

function findRequired(item: TreeNode | null): readonly TreeNode[] {
  if (item?.type === "FROMEXPR") {
    return [...conjunctsOf(nodeAt(item, "quals")), ...nodesAt(item, "fromlist").flatMap(findRequired)];
  }
  if (item?.type !== "JOINEXPR" || numberAt(item, "jointype") !== joinTypes.inner) return [];
  const sides = [nodeAt(item, "larg"), nodeAt(item, "rarg")];
  return [...conjunctsOf(nodeAt(item, "quals")), ...sides.flatMap(findRequired)];
}
