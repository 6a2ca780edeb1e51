import type { NameScope } from "./name-scope.js";
import type { EntityNames } from "./views.js";
import { uncapitalize } from "./words.js";

/** One export beside an object's main name; where its name is taken, `fallback` is tried before a hash. */
export function nameExport(scope: NameScope, subject: string, name: string, fallback: string): string {
  return scope.settle([{ subject, wanted: [name, fallback], rank: 0 }], "TW2005")[0] ?? name;
}

/** Everything that a table's or view's file exports, its main name being settled: `AlbumKey`, `albumTable`. */
export function nameEntityExports(scope: NameScope, subject: string, entity: string): EntityNames {
  const type = (suffix: string): string => nameExport(scope, subject, `${entity}${suffix}`, `${entity}${suffix}Type`);
  return {
    entity,
    key: type("Key"),
    insert: type("Insert"),
    update: type("Update"),
    where: type("Where"),
    orderBy: type("OrderBy"),
    include: type("Include"),
    constraint: type("Constraint"),
    types: type("Types"),
    repository: type("Repository"),
    table: nameExport(scope, subject, `${uncapitalize(entity)}Table`, `${uncapitalize(entity)}TableMeta`),
  };
}
