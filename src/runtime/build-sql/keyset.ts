import type { ConditionScope } from "../condition/condition-scope.js";
import { always, never } from "../condition/logic.js";
import type { OrderTerm } from "./ordering.js";

/** A place in an order: the driver values of a row's order columns. */
export type Place = readonly unknown[];

/**
 * A condition for the rows that come after a place. Columns that run in one direction are compared together, `(a, b) > (1, 2)`, which an index answers
 * in one range; where directions are mixed or null has to be found, column by column, `a >= 1 and (a > 1 or b < 2)`.
 */
export function keysetCondition(ordering: readonly OrderTerm[], place: Place, scope: ConditionScope): string {
  const [term, ...rest] = ordering;
  if (term === undefined) return never;
  if (isRowValue(ordering, place, scope)) return rowValueAfter(ordering, place, scope);
  const value = place[0];
  if (rest.length === 0) return strictlyAfter(term, value, scope);
  const notBefore = notBeforeOf(term, value, scope);
  const strictly = strictlyAfter(term, value, scope);
  const further = keysetCondition(rest, place.slice(1), scope);
  const inside = strictly === never ? further : `(${strictly} or ${further})`;
  return notBefore === always ? inside : `(${notBefore} and ${inside})`;
}

/** A comparison with a row is never true where a null takes part: right only where null comes before all values. */
function isRowValue(ordering: readonly OrderTerm[], place: Place, scope: ConditionScope): boolean {
  if (ordering.length > 1 && !scope.table.dialect.rowValues) return false;
  return ordering.every(({ descending, nulls }, index) => {
    if (descending !== ordering[0]?.descending) return false;
    return nulls === "never" || (nulls === "first" && place[index] !== null);
  });
}

function rowValueAfter(ordering: readonly OrderTerm[], place: Place, scope: ConditionScope): string {
  const columns = ordering.map((term) => operandOf(term, scope));
  const values = ordering.map((term, index) => bindPlace(term, place[index], scope));
  const sign = signOf(ordering[0]);
  if (columns.length === 1) return `${columns[0] ?? ""} ${sign} ${values[0] ?? ""}`;
  return `(${columns.join(", ")}) ${sign} (${values.join(", ")})`;
}

function strictlyAfter(term: OrderTerm, value: unknown, scope: ConditionScope): string {
  const operand = operandOf(term, scope);
  if (value === null) return term.nulls === "first" ? `${operand} is not null` : never;
  return orNull(term, `${operand} ${signOf(term)} ${bindPlace(term, value, scope)}`, scope);
}

function notBeforeOf(term: OrderTerm, value: unknown, scope: ConditionScope): string {
  const operand = operandOf(term, scope);
  if (value === null) return term.nulls === "first" ? always : `${operand} is null`;
  return orNull(term, `${operand} ${signOf(term)}= ${bindPlace(term, value, scope)}`, scope);
}

function orNull(term: OrderTerm, condition: string, scope: ConditionScope): string {
  return term.nulls === "last" ? `(${condition} or ${operandOf(term, scope)} is null)` : condition;
}

function bindPlace({ column }: OrderTerm, value: unknown, { statement }: ConditionScope): string {
  return statement.dialect.compared(statement.bind(value), column.meta.type);
}

function operandOf(term: OrderTerm, scope: ConditionScope): string {
  return `${scope.alias}.${term.column.name}`;
}

function signOf(term: OrderTerm | undefined): string {
  return term?.descending === true ? "<" : ">";
}
