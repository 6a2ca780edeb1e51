import { Failure } from "../../diagnostics.js";
import { suggestion } from "../../lang/nearest-name.js";
import type { Link } from "./model-relations.js";
import type { RelationNameRule } from "./plan-options.js";

/** The user's names for the relations of a foreign key; undefined where there is none. */
export interface RelationRules {
  readonly toOne: (link: Link) => string | undefined;
  readonly toMany: (link: Link) => string | undefined;
  readonly through: (link: Link) => string | undefined;
}

/** Finds the foreign key of every rule. A rule for none, or a name that is no identifier, is a `Failure`. */
export function relationRules(rules: readonly RelationNameRule[], links: readonly Link[]): RelationRules {
  if (rules.length === 0) return { toOne: () => undefined, toMany: () => undefined, through: () => undefined };
  const byName = new Map(links.flatMap((link) => spellings(link).map((name) => [name, link] as const)));
  const byLink = new Map<Link, RelationNameRule>();
  for (const rule of rules) {
    const link = byName.get(rule.foreignKey);
    if (link === undefined) throw unknownForeignKey(rule.foreignKey, [...byName.keys()]);
    for (const name of [rule.toOne, rule.toMany, rule.through]) checkName(name, rule);
    byLink.set(link, { ...byLink.get(link), ...rule });
  }
  return {
    toOne: (link) => byLink.get(link)?.toOne,
    toMany: (link) => byLink.get(link)?.toMany,
    through: (link) => byLink.get(link)?.through,
  };
}

/** `[schema.]table.constraint` and `[schema.]table.column,column`. */
function spellings({ near, columns, constraint }: Link): readonly string[] {
  const { schema, name } = near.source.model;
  const keys = constraint === null ? [columns.join(",")] : [columns.join(","), constraint];
  return keys.flatMap((key) => [`${name}.${key}`, `${schema}.${name}.${key}`]);
}

function unknownForeignKey(name: string, known: readonly string[]): Failure {
  return new Failure(
    "config",
    `relation names: looking for the foreign key "${name}": there is none${suggestion(name, known)}`,
    {
      hint: "name it as table.column, or as table.constraint",
    },
  );
}

function checkName(name: string | undefined, { foreignKey }: RelationNameRule): void {
  if (name === undefined || /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) return;
  throw new Failure("config", `relation names: naming a relation of "${foreignKey}": "${name}" is no identifier`);
}
