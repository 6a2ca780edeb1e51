import { Failure } from "../diagnostics.js";
import { suggestion } from "../lang/nearest-name.js";
import type { DatabaseModel } from "../model/database-model.js";
import type { ColumnModel, ViewModel } from "../model/table-model.js";
import { toNameGlob } from "./name-glob.js";

/** What a user knows of views. What it says wins over what is proved. */
export interface ViewRule {
  /** A glob on `view` or `schema.view`. */
  readonly view: string;
  /** Columns that tell the rows apart: the view's rows are found by them. */
  readonly key?: readonly string[] | undefined;
  /** Columns that are never null; `*` stands for all of them. Those of the key are among them. */
  readonly notNull?: readonly string[] | undefined;
  /** Columns that can be null, whatever is proved. */
  readonly nullable?: readonly string[] | undefined;
}

/** The model with what the rules assert. A rule that matches no view, or names a column that a view lacks, is a `Failure`. */
export function applyViewRules(model: DatabaseModel, rules: readonly ViewRule[]): DatabaseModel {
  return rules.reduce(applyRule, model);
}

function applyRule(model: DatabaseModel, rule: ViewRule): DatabaseModel {
  const isMeant = toNameGlob(rule.view);
  const meant = new Set(model.views.filter(({ schema, name }) => isMeant([name]) || isMeant([schema, name])));
  if (meant.size === 0) {
    const known = model.views.flatMap(({ schema, name }) => [name, `${schema}.${name}`]);
    throw failure(`looking for the view "${rule.view}": nothing matches${suggestion(rule.view, known)}`);
  }
  return { ...model, views: model.views.map((view) => (meant.has(view) ? assertOf(view, rule) : view)) };
}

function assertOf(view: ViewModel, { key, notNull = [], nullable = [] }: ViewRule): ViewModel {
  for (const name of [...(key ?? []), ...notNull, ...nullable]) requireColumn(view, name);
  const required = new Set([...(key ?? []), ...notNull]);
  const columns = view.columns.map((column): ColumnModel => {
    if (nullable.includes(column.name)) return { ...column, nullable: true, nullability: "asserted" };
    const isRequired = column.nullable && (required.has("*") || required.has(column.name));
    return isRequired ? { ...column, nullable: false, nullability: "asserted" } : column;
  });
  if (key === undefined || key.length === 0) return { ...view, columns };
  const others = (view.keys ?? []).filter((known) => !isSameKey(known.columns, key));
  return { ...view, columns, keys: [{ columns: key, source: "asserted" }, ...others] };
}

function isSameKey(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((column) => other.includes(column));
}

function requireColumn({ schema, name, columns }: ViewModel, wanted: string): void {
  const known = columns.map((column) => column.name);
  if (wanted === "*" || known.includes(wanted)) return;
  throw failure(`looking for the column "${schema}.${name}.${wanted}": there is none${suggestion(wanted, known)}`);
}

function failure(reason: string): Failure {
  return new Failure("config", `view rules: ${reason}`, { hint: "mend the rule or take it out" });
}
