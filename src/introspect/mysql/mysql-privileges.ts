import type { ColumnPrivilege, PrivilegesModel } from "../../model/table-model.js";
import { placeKey, type CatalogIndex } from "./catalog-index.js";
import type { ColumnRow, RelationPlace } from "./mysql-rows.js";

/** What the connecting user may do with a table's or view's rows; null where that is everything. */
export function toPrivileges(place: RelationPlace, index: CatalogIndex): PrivilegesModel | null {
  const columns = index.columns.get(placeKey(place)) ?? [];
  const may = (privilege: string): boolean => index.grants.onTable(privilege, place.schema, place.table);
  const privileges: PrivilegesModel = {
    select: toColumnPrivilege(may("SELECT"), columns, "select"),
    insert: toColumnPrivilege(may("INSERT"), columns, "insert"),
    update: toColumnPrivilege(may("UPDATE"), columns, "update"),
    delete: may("DELETE") ? "all" : "none",
  };
  return Object.values(privileges).every((privilege) => privilege === "all") ? null : privileges;
}

/** Beside what is granted on the whole table, each column says what may be done with it. */
function toColumnPrivilege(isWhole: boolean, columns: readonly ColumnRow[], word: string): ColumnPrivilege {
  if (isWhole) return "all";
  const allowed = columns.filter((row) => row.privileges.toLowerCase().split(",").includes(word));
  return allowed.length === 0 ? "none" : allowed.map((row) => row.name);
}
