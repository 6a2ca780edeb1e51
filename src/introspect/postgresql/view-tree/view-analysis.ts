import type { ExpressionFacts } from "./expression-facts.js";
import { findQueryKeys, type KeyGround, type PositionKey } from "./key-finder.js";
import { NullProver, type NullGround } from "./null-prover.js";
import { parseNodeTree, type TreeNode } from "./parse-node-tree.js";
import { QueryScope } from "./query-scope.js";
import { hasAt, isTrueAt, nodeAt, nodesAt, numberAt, toNodes, wordAt } from "./tree-fields.js";

/** What a view's query says of its rows. */
export interface ViewAnalysis {
  /** In column order. */
  readonly columns: readonly ViewColumnAnalysis[];
  /** Over columns that are never null, the shortest first; none where no key is known. */
  readonly keys: readonly PositionKey[];
}

export interface ViewColumnAnalysis {
  readonly notNull: boolean;
  /** The column of a table or view that it shows, as the server found it (`TargetEntry.resorigtbl`); null for a computed one. */
  readonly origin: ColumnPlace | null;
}

export interface ColumnPlace {
  readonly relation: number;
  readonly position: number;
}

/** What the analysis of views rests on. */
export interface ViewGround {
  readonly facts: ExpressionFacts;
  /** The text of a view's query (`pg_rewrite.ev_action`); undefined for what is no view. */
  ruleOf(relation: number): string | undefined;
  /** Whether a column of a table is never null; false for one that was not read. */
  isNotNull(relation: number, position: number): boolean;
  /** The keys of a table over columns that are never null; `alone` leaves out the children that inherit from it. */
  keysOf(relation: number, alone: boolean): readonly PositionKey[];
}

/** Analyses views, those that they rest on first. */
export class ViewAnalyser {
  readonly #ground: ViewGround;
  readonly #known = new Map<number, ViewAnalysis>();
  readonly #prover: NullProver;
  /** What is assumed of a recursive query while its proof is under way, by the node of its expression. */
  #assumed: ReadonlyMap<TreeNode, readonly boolean[]> = new Map();
  #proved = new WeakMap<TreeNode, readonly boolean[]>();
  readonly #scopes = new WeakMap<TreeNode, QueryScope>();

  constructor(ground: ViewGround) {
    this.#ground = ground;
    this.#prover = new NullProver(this.#nullGround());
  }

  /** A view whose query cannot be read has no columns here: nothing is known of them. */
  analyse(view: number): ViewAnalysis {
    const known = this.#known.get(view);
    if (known !== undefined) return known;
    this.#known.set(view, nothing);
    const [query] = toNodes(parseNodeTree(this.#ground.ruleOf(view) ?? ""));
    const analysis = query?.type === "QUERY" ? this.#analyseQuery(query) : nothing;
    this.#known.set(view, analysis);
    return analysis;
  }

  #analyseQuery(query: TreeNode): ViewAnalysis {
    const proved = this.#prove(query, null);
    const outputs = shownOutputs(query);
    const isSet = hasAt(query, "setOperations");
    const keys = findQueryKeys(this.#scopeOf(query, null), this.#keyGround());
    return {
      columns: outputs.map((output, place) => ({
        notNull: proved[place] ?? false,
        origin: isSet || numberAt(output, "resorigtbl") === 0 ? null : toOrigin(output),
      })),
      keys: distinctKeys(keys.filter((key) => key.length > 0 && key.every((place) => proved[place - 1] === true))),
    };
  }

  #prove(query: TreeNode, parent: QueryScope | null): readonly boolean[] {
    const known = this.#proved.get(query);
    if (known !== undefined) return known;
    const scope = this.#scopeOf(query, parent);
    const operations = nodeAt(query, "setOperations");
    const proved =
      operations === null
        ? shownOutputs(query).map((output) => this.#isNotNull(output, scope))
        : this.#proveSet(operations, scope);
    this.#proved.set(query, proved);
    return proved;
  }

  #isNotNull(output: TreeNode, scope: QueryScope): boolean {
    // Grouping sets put null in place of whatever they group by.
    if (scope.hasGroupingSets && numberAt(output, "ressortgroupref") !== 0) return false;
    return this.#prover.isNotNull(nodeAt(output, "expr"), scope);
  }

  /** `SetOperationStmt.op`: 1 UNION takes rows of both sides, 2 INTERSECT those in both, 3 EXCEPT those of the first. */
  #proveSet(item: TreeNode, scope: QueryScope): readonly boolean[] {
    if (item.type === "RANGETBLREF") {
      const entry = scope.entry(numberAt(item, "rtindex"));
      const query = entry === undefined ? null : nodeAt(entry, "subquery");
      return query === null ? [] : this.#prove(query, scope);
    }
    const [left, right] = [nodeAt(item, "larg"), nodeAt(item, "rarg")];
    const first = left === null ? [] : this.#proveSet(left, scope);
    const second = right === null ? [] : this.#proveSet(right, scope);
    const operation = numberAt(item, "op");
    if (operation === 3) return first;
    return first.map((proved, place) =>
      operation === 2 ? proved || second[place] === true : proved && second[place] === true,
    );
  }

  #proveCte(name: string, scope: QueryScope): readonly boolean[] {
    const expression = findCte(name, scope);
    const query = expression === undefined ? null : nodeAt(expression, "ctequery");
    if (expression === undefined || query === null) return [];
    if (!isTrueAt(expression, "cterecursive")) return this.#prove(query, scope);
    return this.#assumed.get(expression) ?? this.#proveRecursive(expression, query, scope);
  }

  /** By induction: what holds for the rows it begins with, and for those made of rows that it holds for, holds for all. */
  #proveRecursive(expression: TreeNode, query: TreeNode, scope: QueryScope): readonly boolean[] {
    const outer = [...this.#assumed];
    let assumed: readonly boolean[] = shownOutputs(query).map(() => true);
    for (;;) {
      // What was proved on an assumption falls with it.
      this.#assumed = new Map([...outer, [expression, assumed]]);
      this.#proved = new WeakMap();
      const found = this.#prove(query, scope);
      const next = assumed.map((value, place) => value && found[place] === true);
      if (next.every((value, place) => value === assumed[place])) break;
      assumed = next;
    }
    return assumed;
  }

  #scopeOf(query: TreeNode, parent: QueryScope | null): QueryScope {
    const known = this.#scopes.get(query);
    if (known !== undefined) return known;
    const scope = new QueryScope(query, parent);
    this.#scopes.set(query, scope);
    return scope;
  }

  #nullGround(): NullGround {
    return {
      facts: this.#ground.facts,
      isNotNull: (relation, position) =>
        this.#ground.ruleOf(relation) === undefined
          ? this.#ground.isNotNull(relation, position)
          : this.analyse(relation).columns[position - 1]?.notNull === true,
      columnsOf: (query, parent) => this.#prove(query, parent),
      columnsOfCte: (name, scope) => this.#proveCte(name, scope),
    };
  }

  #keyGround(): KeyGround {
    const ground: KeyGround = {
      facts: this.#ground.facts,
      keysOf: (relation, alone) =>
        this.#ground.ruleOf(relation) === undefined
          ? this.#ground.keysOf(relation, alone)
          : this.analyse(relation).keys,
      keysOfQuery: (query, parent) => findQueryKeys(this.#scopeOf(query, parent), ground),
      keysOfCte: (name, scope) => {
        const expression = findCte(name, scope);
        const query = expression === undefined ? null : nodeAt(expression, "ctequery");
        const isPlain = expression !== undefined && query !== null && !isTrueAt(expression, "cterecursive");
        return isPlain ? findQueryKeys(this.#scopeOf(query, scope), ground) : [];
      },
    };
    return ground;
  }
}

const nothing: ViewAnalysis = { columns: [], keys: [] };

function shownOutputs(query: TreeNode): readonly TreeNode[] {
  return nodesAt(query, "targetList").filter((output) => !isTrueAt(output, "resjunk"));
}

function toOrigin(output: TreeNode): ColumnPlace | null {
  const position = numberAt(output, "resorigcol");
  return position < 1 ? null : { relation: numberAt(output, "resorigtbl"), position };
}

function findCte(name: string, scope: QueryScope): TreeNode | undefined {
  return nodesAt(scope.query, "cteList").find((expression) => wordAt(expression, "ctename") === name);
}

/** The shortest keys first; one that holds another says nothing new. */
function distinctKeys(keys: readonly PositionKey[]): readonly PositionKey[] {
  const sorted = keys
    .map((key) => [...new Set(key)].sort((one, other) => one - other))
    .sort((one, other) => one.length - other.length || compareNumbers(one, other));
  return sorted.filter(
    (key, place) => !sorted.slice(0, place).some((shorter) => shorter.every((column) => key.includes(column))),
  );
}

function compareNumbers(one: PositionKey, other: PositionKey): number {
  const place = one.findIndex((number, index) => number !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}
