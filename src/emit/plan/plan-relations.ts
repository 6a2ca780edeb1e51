import { groupBy } from "../../lang/group-by.js";
import type { DatabaseModel } from "../../model/database-model.js";
import { findLinks, isTable } from "./find-links.js";
import { toLinkTable, type LinkTable } from "./link-tables.js";
import type { ModelNames } from "./model-names.js";
import type { Link } from "./model-relations.js";
import { nameRelations, type Draft, type ModelRelations } from "./name-relations.js";
import type { NameClaim } from "./name-scope.js";
import { subjectOf, toNaming, type Naming } from "./naming.js";
import type { PlanOptions } from "./plan-options.js";
import { relationRules, type RelationRules } from "./relation-rules.js";
import { farWords, isPlainRole, ownWords, roleOf, sameWords } from "./relation-role.js";
import { toCamelCase, toPascalCase } from "./words.js";

/**
 * Finds and names every relation. The names of a table's relations give way to its columns, but for a relation over one column that is called
 * as the column is (docs/decisions/0009), and among themselves to-one relations come before the ways back,
 * and these before those through link tables.
 */
export function planRelations(model: DatabaseModel, names: ModelNames, options: PlanOptions): ModelRelations {
  const naming = toNaming(options.naming);
  const links = findLinks(model, names.entities);
  const rules = relationRules(options.relationNames, links);
  const byNear = groupBy(links, ({ near }) => near);
  const linkTables = [...byNear].flatMap(([table, own]) => toLinkTable(table.source.model, own) ?? []);
  const context = { naming, rules };
  const tiers: readonly (readonly Draft[])[] = [
    links.map((link) => draftToOne(link, context)),
    links.map((link) => draftToMany(link, context)),
    linkTables.flatMap((table) => draftThrough(table, context)),
  ];
  return nameRelations(names.entities.filter(isTable), tiers);
}

interface Context {
  readonly naming: Naming;
  readonly rules: RelationRules;
}

function draftToOne(link: Link, { naming, rules }: Context): Draft {
  const best = toCamelCase(roleOf(link, naming));
  const others = link.columns.length > 1 ? [best + byColumns(link, naming)] : [`${best}Row`];
  return {
    owner: link.near,
    claim: toClaim(link, {
      best,
      others,
      given: rules.toOne(link),
      plain: sameWords(link.columns, link.references),
      own: best === propertyOf(link),
    }),
    relation: {
      kind: link.nullable ? "maybe" : "one",
      far: link.far,
      from: link.columns,
      to: link.references,
      through: null,
    },
  };
}

/** The property of a foreign key of one column. */
function propertyOf({ near, columns }: Link): string | undefined {
  const [column = "", ...others] = columns;
  return others.length === 0 ? near.properties.get(column) : undefined;
}

function draftToMany(link: Link, { naming, rules }: Context): Draft {
  const plural = toCamelCase(naming.plural(farWords(link.far, link.near, naming)));
  const role = roleOf(link, naming);
  const plain = isPlainRole(link, role, naming);
  const best = plain ? plural : `${plural}By${toPascalCase(role)}`;
  const others = [plural + byColumns(link, naming), `${best}Rows`];
  return {
    owner: link.far,
    claim: toClaim(link, { best, others, given: rules.toMany(link), plain }),
    relation: { kind: "many", far: link.near, from: link.references, to: link.columns, through: null },
  };
}

function draftThrough({ first, second }: LinkTable, context: Context): readonly Draft[] {
  return [draftOneWayThrough(first, second, context), draftOneWayThrough(second, first, context)];
}

/** From the rows that `here` names, over the link table, to those that `there` names. */
function draftOneWayThrough(here: Link, there: Link, { naming, rules }: Context): Draft {
  const plural = toCamelCase(naming.plural(farWords(here.far, there.far, naming)));
  const linkWords = ownWords(here.near, naming);
  const role = roleOf(here, naming);
  const loops = here.far === there.far;
  const plain = !loops || isPlainRole(here, role, naming);
  const best = plain ? plural : `${plural}By${toPascalCase(role)}`;
  const natural = [...ownWords(here.far, naming), ...ownWords(there.far, naming)].every((word) =>
    linkWords.includes(word),
  );
  return {
    owner: here.far,
    claim: toClaim(here, {
      best,
      others: [`${best}Through${toPascalCase(linkWords)}`],
      given: rules.through(here),
      plain: natural,
    }),
    relation: {
      kind: "many",
      far: there.far,
      from: here.references,
      to: there.references,
      through: { link: here.near, from: here.columns, to: there.columns },
    },
  };
}

interface Wish {
  readonly best: string;
  readonly others: readonly string[];
  /** The user's own name. */
  readonly given: string | undefined;
  /** Whether the best name is this relation's before it is another's. */
  readonly plain: boolean;
  /** Whether it is the name of the relation's own column, which no other relation may share. */
  readonly own?: boolean;
}

function toClaim(link: Link, { best, others, given, plain, own = false }: Wish): NameClaim {
  const subject = `${subjectOf(link.near.source.model)}(${link.columns.join(", ")})`;
  if (given !== undefined) return { subject, wanted: [given], rank: 1 };
  return { subject, wanted: [...new Set([best, ...others])], rank: own ? 0 : plain ? 2 : 3 };
}

/** `ByHomeCountryAndHomeCode`. */
function byColumns({ columns }: Link, naming: Naming): string {
  return `By${columns.map((column) => toPascalCase(naming.words(column))).join("And")}`;
}
