import picomatch from "picomatch";
import { Failure } from "../../diagnostics.js";
import { suggestion } from "../../lang/nearest-name.js";
import type { ColumnModel } from "../../model/table-model.js";
import type { NamedEntity } from "./model-names.js";
import { subjectOf } from "./naming.js";
import type { TypeChoice, TypeRule, UserType } from "./type-rule.js";

/** What the user's rules say of a column's type; null for nothing. */
export type ColumnRules = (entity: NamedEntity, column: ColumnModel) => TypeChoice | UserType | null;

/** Prepares the rules of the user's. One that matches no column is a `Failure`: it is a typo or a stale rule. */
export function toColumnRules(rules: readonly TypeRule[], entities: readonly NamedEntity[]): ColumnRules {
  if (rules.length === 0) return () => null;
  const matchers = rules.map((rule) => ({ rule, matches: toMatcher(rule) }));
  for (const { rule, matches } of matchers) rejectUnused(rule, matches, entities);
  return (entity, column) => matchers.find(({ matches }) => matches(entity, column))?.rule.use ?? null;
}

type ColumnMatcher = (entity: NamedEntity, column: ColumnModel) => boolean;

function toMatcher({ column: glob, databaseType }: TypeRule): ColumnMatcher {
  if (glob === undefined && databaseType === undefined) {
    throw new Failure("config", 'type rules: reading a rule: it has neither "column" nor "databaseType"');
  }
  const ofName = glob === undefined ? () => true : picomatch(glob, globOptions);
  const ofType = databaseType === undefined ? () => true : picomatch(databaseType, globOptions);
  return ({ source: { model } }, column) => {
    const named = ofName(`${model.name}.${column.name}`) || ofName(`${subjectOf(model)}.${column.name}`);
    return named && ofType(column.databaseType);
  };
}

// Names are no paths: brackets of types and leading dots mean themselves.
const globOptions = { dot: true, nobracket: true, noextglob: true } as const;

function rejectUnused(rule: TypeRule, matches: ColumnMatcher, entities: readonly NamedEntity[]): void {
  if (entities.some((entity) => entity.source.model.columns.some((column) => matches(entity, column)))) return;
  const columns = entities.flatMap((entity) => entity.source.model.columns.map((column) => ({ entity, column })));
  const wanted = rule.column ?? rule.databaseType ?? "";
  const known =
    rule.column === undefined
      ? [...new Set(columns.map(({ column }) => column.databaseType))]
      : columns.map(({ entity, column }) => `${entity.source.model.name}.${column.name}`);
  const kind = rule.column === undefined ? "type" : "column";
  throw new Failure(
    "config",
    `type rules: looking for the ${kind} "${wanted}": nothing matches${suggestion(wanted, known)}`,
    {
      hint: "mend the rule or take it out",
    },
  );
}
