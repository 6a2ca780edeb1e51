import { listText, quoteText } from "./code-text.js";
import type { FileScope } from "./file-scope.js";
import type { NamedEntity } from "./model-names.js";
import type { NamedTable, Relation } from "./model-relations.js";
import type { RelationView } from "./views.js";

/** A table's relations as its file prints them. */
export function toRelationViews(
  entity: NamedEntity,
  relations: readonly Relation[],
  scope: FileScope,
): readonly RelationView[] {
  return relations.map((relation) => toView(entity, relation, scope));
}

const slots = { one: "One", maybe: "Maybe", many: "Many" } as const;

function toView(entity: NamedEntity, { name, kind, far, from, to, through }: Relation, scope: FileScope): RelationView {
  const toTable = tableImporter(entity, scope);
  const types = importFrom(entity, far, { name: far.names.types, scope });
  const where = importFrom(entity, far, { name: far.names.where, scope });
  scope.door(kind);
  scope.doorTypes(slots[kind], kind === "many" ? "ToMany" : "ToOne");
  if (kind === "many") scope.doorTypes("ToManyWhere");
  return {
    name,
    kind,
    slot: `${slots[kind]}<${types}>`,
    include: kind === "many" ? `ToMany<${types}>` : `ToOne<${types}>`,
    where: kind === "many" ? `ToManyWhere<${where}>` : kind === "maybe" ? `${where} | null` : where,
    table: toTable(far),
    from: toProperties(entity, from),
    to: toProperties(far, to),
    through:
      through === null
        ? null
        : {
            table: toTable(through.link),
            from: toProperties(through.link, through.from),
            to: toProperties(through.link, through.to),
          },
  };
}

function tableImporter(entity: NamedEntity, scope: FileScope): (table: NamedTable) => string {
  return (table) => {
    scope.sibling(table.module, table.names.table);
    return table.names.table;
  };
}

function importFrom(
  entity: NamedEntity,
  far: NamedTable,
  { name, scope }: { readonly name: string; readonly scope: FileScope },
): string {
  if (entity !== far) scope.siblingType(far.module, name);
  return name;
}

function toProperties({ properties }: NamedEntity, columns: readonly string[]): string {
  return listText(columns.map((column) => quoteText(properties.get(column) ?? "")));
}
