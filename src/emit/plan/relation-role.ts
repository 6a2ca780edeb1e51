import type { Link, NamedTable } from "./model-relations.js";
import type { Naming } from "./naming.js";

/**
 * What the far row is to the near one, in words: the foreign key's column less what marks it as an id (`support_rep_id` → `support rep`); for a key of
 * several columns the far table's own name. Follows from the one foreign key alone.
 */
export function roleOf(link: Link, naming: Naming): readonly string[] {
  const own = ownWords(link.far, naming);
  const [column, ...others] = link.columns;
  if (column === undefined || others.length > 0) return farWords(link.near, link.far, naming);
  const words = naming.words(column);
  const role = withoutIdMark(words, naming.words(link.references[0] ?? ""));
  if (role.length === 0) return farWords(link.near, link.far, naming);
  return isJoinedId(role, own) ? own : role;
}

/** Whether the role says no more than the far table's name: then the way back needs no `By`. */
export function isPlainRole(link: Link, role: readonly string[], naming: Naming): boolean {
  return link.columns.length > 1 || sameWords(role, ownWords(link.far, naming));
}

/** One row of a table, in words, without its schema. */
export function ownWords(table: NamedTable, naming: Naming): readonly string[] {
  return naming.singular(naming.words(table.source.model.name));
}

/** One row of the far table, in words that tell it from tables of the same name in other schemas. */
export function farWords(near: NamedTable, far: NamedTable, naming: Naming): readonly string[] {
  const own = ownWords(far, naming);
  const { schema } = far.source.model;
  return schema === near.source.model.schema ? own : [...naming.words(schema), ...own];
}

export function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.join("") === other.join("");
}

const idMarks: ReadonlySet<string> = new Set(["id", "fk", "uuid", "guid"]);

/** `customer_id`, `id_customer` and, where the referenced column is `code`, `country_code`. */
function withoutIdMark(words: readonly string[], referenced: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? "";
  if (idMarks.has(last)) return words.slice(0, -1);
  if (idMarks.has(words[0] ?? "")) return words.slice(1);
  const rest = words.slice(0, words.length - referenced.length);
  return rest.length > 0 && sameWords(words.slice(rest.length), referenced) ? rest : words;
}

/** `customerid` of a database whose names are all small letters. */
function isJoinedId(role: readonly string[], own: readonly string[]): boolean {
  return role.length === 1 && role[0] === `${own.join("")}id`;
}
