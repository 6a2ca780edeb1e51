import { findColumn, nameKey, referencedTable } from "../../model/lookup.js";
import type { DatabaseModel } from "../../model/database-model.js";
import type { ForeignKeyModel } from "../../model/table-model.js";
import type { Link, NamedTable } from "./model-relations.js";
import type { NamedEntity } from "./model-names.js";

/** The foreign keys that give relations: both ends are tables of the module. Of two that say the same, the first one counts. */
export function findLinks(model: DatabaseModel, entities: readonly NamedEntity[]): readonly Link[] {
  const tables = new Map(entities.filter(isTable).map((table) => [nameKey(table.source.model), table]));
  return [...tables.values()].flatMap((near) => {
    const links = near.source.model.foreignKeys.flatMap((foreignKey) => toLink(model, { near, tables, foreignKey }));
    const firsts = new Map([...links].reverse().map((link) => [meaningOf(link), link]));
    return links.filter((link) => firsts.get(meaningOf(link)) === link);
  });
}

export function isTable(entity: NamedEntity): entity is NamedTable {
  return entity.source.is === "table";
}

interface Candidate {
  readonly near: NamedTable;
  readonly tables: ReadonlyMap<string, NamedTable>;
  readonly foreignKey: ForeignKeyModel;
}

function toLink(model: DatabaseModel, { near, tables, foreignKey }: Candidate): readonly Link[] {
  const target = referencedTable(model, foreignKey);
  const far = target === undefined ? undefined : tables.get(nameKey(target));
  const columns = foreignKey.columns.map((name) => findColumn(near.source.model, name));
  if (far === undefined || columns.includes(undefined)) return [];
  return [
    {
      near,
      far,
      columns: foreignKey.columns,
      references: foreignKey.references.columns,
      constraint: foreignKey.name,
      // A key that is not held, or was never checked, can point nowhere.
      nullable: !foreignKey.enforced || !foreignKey.validated || columns.some((column) => column?.nullable === true),
    },
  ];
}

function meaningOf({ far, columns, references }: Link): string {
  return JSON.stringify([nameKey(far.source.model), columns, references]);
}
