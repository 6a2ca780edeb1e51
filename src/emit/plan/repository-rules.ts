import { Failure } from "../../diagnostics.js";
import { suggestion } from "../../lang/nearest-name.js";
import type { QualifiedName } from "../../model/qualified-name.js";
import type { NamedEntity } from "./model-names.js";
import type { RepositoryRule } from "./plan-options.js";

/** The user's class for a table or view; undefined where the generated one serves. */
export type RepositoryRules = (name: QualifiedName) => RepositoryRule | undefined;

/** Finds the table or view of every rule. A rule for none is a `Failure`. */
export function toRepositoryRules(rules: readonly RepositoryRule[], entities: readonly NamedEntity[]): RepositoryRules {
  const known = new Set(entities.flatMap(({ source: { model } }) => spellings(model)));
  const stale = rules.find(({ table }) => !known.has(table));
  if (stale !== undefined) {
    throw new Failure(
      "config",
      `repositories: looking for the table "${stale.table}": there is none${suggestion(stale.table, [...known])}`,
    );
  }
  const byName = new Map(rules.map((rule) => [rule.table, rule]));
  return (name) => {
    const [short = "", long = ""] = spellings(name);
    return byName.get(long) ?? byName.get(short);
  };
}

function spellings({ schema, name }: QualifiedName): readonly string[] {
  return [name, `${schema}.${name}`];
}
