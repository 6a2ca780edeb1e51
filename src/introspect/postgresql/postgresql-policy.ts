import type { PolicyModel } from "../../model/table-model.js";
import type { PolicyRow } from "./postgresql-rows.js";

export function toPolicy(row: PolicyRow): PolicyModel {
  return {
    name: row.name,
    command: commands.get(row.polcmd) ?? "all",
    permissive: row.permissive,
    roles: row.roles,
    using: row.using,
    check: row.check,
  };
}

/** `pg_policy.polcmd`, https://www.postgresql.org/docs/current/catalog-pg-policy.html. */
const commands: ReadonlyMap<string, PolicyModel["command"]> = new Map<string, PolicyModel["command"]>([
  ["r", "select"],
  ["a", "insert"],
  ["w", "update"],
  ["d", "delete"],
]);
