import type { ColumnPrivilege, PrivilegesModel } from "../../model/table-model.js";
import { toNames, type ColumnNames } from "./postgresql-key.js";
import type { PrivilegeRow } from "./postgresql-rows.js";

/** What the connecting role may do with a table or view; nothing where it may do everything, and so has no row. */
export function toPrivileges(
  row: PrivilegeRow | undefined,
  names: ColumnNames,
): { readonly privileges?: PrivilegesModel } {
  if (row === undefined) return {};
  const of = (whole: boolean, columns: readonly number[] | null): ColumnPrivilege =>
    toColumnPrivilege(row.usage && whole, toNames(columns, names), names.size);
  return {
    privileges: {
      select: of(row.select, row.select_columns),
      insert: of(row.insert, row.insert_columns),
      update: of(row.update, row.update_columns),
      delete: row.usage && row.delete ? "all" : "none",
    },
  };
}

function toColumnPrivilege(whole: boolean, columns: readonly string[], count: number): ColumnPrivilege {
  if (whole || (columns.length > 0 && columns.length === count)) return "all";
  return columns.length === 0 ? "none" : columns;
}
