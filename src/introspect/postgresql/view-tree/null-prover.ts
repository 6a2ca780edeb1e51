import {
  aggregates,
  collectingAggregates,
  frameFunctions,
  strictFunctions,
  totalFunctions,
  windowFunctions,
  type ExpressionFacts,
} from "./expression-facts.js";
import type { TreeNode } from "./parse-node-tree.js";
import { columnKey, entryKinds, type QueryScope } from "./query-scope.js";
import { hasAt, isTrueAt, listsAt, nodeAt, nodeIn, nodesAt, numberAt, withoutRelabel, wordAt } from "./tree-fields.js";

/** What a proof rests on. */
export interface NullGround {
  readonly facts: ExpressionFacts;
  /** Whether a column of a table or view is never null. */
  isNotNull(relation: number, position: number): boolean;
  /** Which columns of a subquery are never null, in order. */
  columnsOf(query: TreeNode, parent: QueryScope): readonly boolean[];
  /** The same for a common table expression of this query or of one around it. */
  columnsOfCte(name: string, scope: QueryScope): readonly boolean[];
}

/** Proves of an expression that it is never null: what it cannot prove is taken to be nullable. */
export class NullProver {
  readonly #ground: NullGround;
  readonly #required = new WeakMap<QueryScope, ReadonlySet<string>>();

  constructor(ground: NullGround) {
    this.#ground = ground;
  }

  /** `merging` is the outer join whose merged column this expression stands for: it puts no nulls there. */
  isNotNull(expression: TreeNode | null, scope: QueryScope, merging = 0): boolean {
    if (expression === null) return false;
    const prove = proofs.get(expression.type);
    if (prove !== undefined) return prove(expression, (part) => this.isNotNull(part, scope, merging));
    switch (expression.type) {
      case "VAR":
        return this.#isColumn(expression, scope, merging);
      case "OPEXPR":
      case "SCALARARRAYOPEXPR":
        return this.#isOperator(expression, scope, merging);
      case "FUNCEXPR":
        return this.#isCall(expression, scope, merging);
      case "AGGREF":
        return this.#isAggregate(expression, scope);
      case "WINDOWFUNC":
        return this.#isWindowCall(expression, scope);
      case "SUBLINK":
        return this.#isSublink(expression, scope);
      default:
        return false;
    }
  }

  #isColumn(variable: TreeNode, from: QueryScope, merging: number): boolean {
    const scope = from.up(numberAt(variable, "varlevelsup"));
    const place = numberAt(variable, "varno");
    const position = numberAt(variable, "varattno");
    const entry = scope?.entry(place);
    if (scope === null || entry === undefined || position < 1 || scope.hasGroupingSets) return false;
    if (this.#requiredOf(scope).has(columnKey({ place, position }))) return true;
    if (scope.nullersOf(place).some((join) => join !== merging)) return false;
    return this.#isEntryColumn(entry, position, { scope, place });
  }

  #isEntryColumn(entry: TreeNode, position: number, { scope, place }: EntryPlace): boolean {
    switch (numberAt(entry, "rtekind")) {
      case entryKinds.relation:
        return this.#ground.isNotNull(numberAt(entry, "relid"), position);
      case entryKinds.subquery: {
        const query = nodeAt(entry, "subquery");
        return query !== null && (this.#ground.columnsOf(query, scope)[position - 1] ?? false);
      }
      case entryKinds.join: {
        const behind = nodeIn(entry, "joinaliasvars", position);
        const isMerged = behind !== null && withoutRelabel(behind).type !== "VAR";
        return this.isNotNull(behind, scope, isMerged ? place : 0);
      }
      case entryKinds.function:
        return this.#isFunctionColumn(entry, position);
      case entryKinds.values:
        return listsAt(entry, "values_lists").every((row) => this.isNotNull(row[position - 1] ?? null, scope));
      case entryKinds.cte: {
        const outer = scope.up(numberAt(entry, "ctelevelsup"));
        return outer !== null && (this.#ground.columnsOfCte(wordAt(entry, "ctename"), outer)[position - 1] ?? false);
      }
      case entryKinds.group:
        return this.isNotNull(nodeIn(entry, "groupexprs", position), scope);
      default:
        return false;
    }
  }

  /** A series has no nulls, and neither have the numbers of WITH ORDINALITY. */
  #isFunctionColumn(entry: TreeNode, position: number): boolean {
    const [only, ...others] = nodesAt(entry, "functions");
    if (only === undefined || others.length > 0) return false;
    const call = nodeAt(only, "funcexpr");
    const isSeries = call !== null && this.#nameOf(call, "funcid") === "generate_series";
    return position > numberAt(only, "funccolcount") ? isTrueAt(entry, "funcordinality") : isSeries;
  }

  #isOperator(expression: TreeNode, scope: QueryScope, merging: number): boolean {
    if (!this.#ground.facts.operators.has(numberAt(expression, "opno"))) return false;
    const args = nodesAt(expression, "args");
    const list = expression.type === "SCALARARRAYOPEXPR" ? withoutCoercion(args[1]) : undefined;
    // The elements of any other array are not known.
    if (expression.type === "SCALARARRAYOPEXPR" && list?.type !== "ARRAYEXPR") return false;
    const parts = list === undefined ? args : [...args.slice(0, 1), ...nodesAt(list, "elements")];
    return parts.every((part) => this.isNotNull(part, scope, merging));
  }

  #isCall(call: TreeNode, scope: QueryScope, merging: number): boolean {
    if (isTrueAt(call, "funcretset")) return false;
    const { functions, casts } = this.#ground.facts;
    const id = numberAt(call, "funcid");
    const name = functions.get(id) ?? "";
    if (totalFunctions.has(name)) return true;
    const isStrict = strictFunctions.has(name) || (numberAt(call, "funcformat") !== 0 && casts.has(id));
    return isStrict && nodesAt(call, "args").every((arg) => this.isNotNull(arg, scope, merging));
  }

  /** A group has a row at least; without GROUP BY there may be none. */
  #isAggregate(call: TreeNode, scope: QueryScope): boolean {
    const name = this.#nameOf(call, "aggfnoid");
    if (name === "count") return true;
    const isGrouped = hasAt(scope.query, "groupClause") && !scope.hasGroupingSets;
    if (!isGrouped || hasAt(call, "aggfilter") || numberAt(call, "agglevelsup") !== 0) return false;
    if (collectingAggregates.has(name)) return true;
    const value = nodesAt(call, "args")[0];
    return aggregates.has(name) && value !== undefined && this.isNotNull(nodeAt(value, "expr"), scope);
  }

  #isWindowCall(call: TreeNode, scope: QueryScope): boolean {
    const name = this.#nameOf(call, "winfnoid");
    if (windowFunctions.has(name)) return true;
    const args = nodesAt(call, "args");
    const given = (): boolean => args.every((arg) => this.isNotNull(arg, scope));
    if (name === "lag" || name === "lead") return args.length === 3 && given();
    const takesFrame = aggregates.has(name) || frameFunctions.has(name);
    return takesFrame && !hasAt(call, "aggfilter") && holdsOwnRow(call, scope) && given();
  }

  /** `SubLink.subLinkType` (src/include/nodes/primnodes.h): 0 EXISTS, 4 a value, 6 ARRAY. */
  #isSublink(link: TreeNode, scope: QueryScope): boolean {
    const type = numberAt(link, "subLinkType");
    if (type === 0 || type === 6) return true;
    const query = nodeAt(link, "subselect");
    return type === 4 && query !== null && givesOneRow(query) && this.#ground.columnsOf(query, scope)[0] === true;
  }

  #requiredOf(scope: QueryScope): ReadonlySet<string> {
    const known = this.#required.get(scope);
    if (known !== undefined) return known;
    const found = new Set(scope.required.flatMap((condition) => this.#columnsRequiredBy(condition, scope)));
    this.#required.set(scope, found);
    return found;
  }

  /** The columns that are not null where a condition is true. */
  #columnsRequiredBy(condition: TreeNode, scope: QueryScope): readonly string[] {
    const operands = this.#operandsOf(condition);
    return operands.flatMap((operand) => {
      const variable = withoutRelabel(operand);
      if (variable.type !== "VAR" || numberAt(variable, "varlevelsup") !== 0) return [];
      const column = scope.columnOf(variable);
      const own = columnKey({ place: numberAt(variable, "varno"), position: numberAt(variable, "varattno") });
      return column === null ? [own] : [own, columnKey(column)];
    });
  }

  #operandsOf(condition: TreeNode): readonly TreeNode[] {
    if (condition.type === "NULLTEST") {
      const arg = nodeAt(condition, "arg");
      return arg === null || numberAt(condition, "nulltesttype") !== 1 || isTrueAt(condition, "argisrow") ? [] : [arg];
    }
    if (!this.#ground.facts.operators.has(numberAt(condition, "opno"))) return [];
    if (condition.type === "OPEXPR") return nodesAt(condition, "args");
    return condition.type === "SCALARARRAYOPEXPR" && isTrueAt(condition, "useOr")
      ? nodesAt(condition, "args").slice(0, 1)
      : [];
  }

  #nameOf(call: TreeNode, field: string): string {
    return this.#ground.facts.functions.get(numberAt(call, field)) ?? "";
  }
}

interface EntryPlace {
  readonly scope: QueryScope;
  readonly place: number;
}

type Prove = (expression: TreeNode, isNotNull: (part: TreeNode | null) => boolean) => boolean;

const ofArg: Prove = (expression, isNotNull) => isNotNull(nodeAt(expression, "arg"));
const always: Prove = () => true;
const ofSome: Prove = (expression, isNotNull) => nodesAt(expression, "args").some(isNotNull);

/** The nodes of expressions (src/include/nodes/primnodes.h) whose nulls depend on their parts alone. */
const proofs: ReadonlyMap<string, Prove> = new Map<string, Prove>([
  ["CONST", (constant) => !isTrueAt(constant, "constisnull")],
  ["NULLTEST", always],
  ["BOOLEANTEST", always],
  ["DISTINCTEXPR", always],
  ["ARRAYEXPR", always],
  ["ROWEXPR", always],
  ["GROUPINGFUNC", always],
  // Only current_schema can be null, the last of them.
  ["SQLVALUEFUNCTION", (value) => numberAt(value, "op") < 14],
  ["BOOLEXPR", (expression, isNotNull) => nodesAt(expression, "args").every(isNotNull)],
  ["COALESCEEXPR", ofSome],
  ["MINMAXEXPR", ofSome],
  ["RELABELTYPE", ofArg],
  ["COLLATEEXPR", ofArg],
  ["COERCETODOMAIN", ofArg],
  ["ARRAYCOERCEEXPR", ofArg],
  ["CONVERTROWTYPEEXPR", ofArg],
  // The input functions of the server's own types give null only for null.
  ["COERCEVIAIO", (cast, isNotNull) => numberAt(cast, "resulttype") < firstOwnOid && ofArg(cast, isNotNull)],
  [
    "CASEEXPR",
    (expression, isNotNull) =>
      isNotNull(nodeAt(expression, "defresult")) &&
      nodesAt(expression, "args").every((branch) => isNotNull(nodeAt(branch, "result"))),
  ],
]);

/** https://www.postgresql.org/docs/current/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT */
const firstOwnOid = 16_384;

function withoutCoercion(expression: TreeNode | undefined): TreeNode | undefined {
  const isCoerced = expression?.type === "RELABELTYPE" || expression?.type === "ARRAYCOERCEEXPR";
  return isCoerced ? withoutCoercion(nodeAt(expression, "arg") ?? undefined) : expression;
}

/** Whether a query gives one row, whatever it reads: an aggregate over all. */
function givesOneRow(query: TreeNode): boolean {
  const cuts = ["groupClause", "groupingSets", "havingQual", "limitOffset", "limitCount", "setOperations"];
  return isTrueAt(query, "hasAggs") && !isTrueAt(query, "hasTargetSRFs") && !cuts.some((field) => hasAt(query, field));
}

/** Whether the frame of a window always holds the row itself (`WindowClause.frameOptions`, src/include/nodes/parsenodes.h). */
function holdsOwnRow(call: TreeNode, scope: QueryScope): boolean {
  const reference = numberAt(call, "winref");
  const window = nodesAt(scope.query, "windowClause").find((clause) => numberAt(clause, "winref") === reference);
  if (window === undefined) return false;
  const options = numberAt(window, "frameOptions");
  const has = (...bits: readonly number[]): boolean => bits.some((bit) => (options & bit) !== 0);
  return has(0x20, 0x200) && has(0x100, 0x400) && !has(0x8000, 0x10000, 0x20000);
}
