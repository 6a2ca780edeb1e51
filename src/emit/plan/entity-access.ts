import type { ColumnPrivilege, PrivilegesModel, ViewModel } from "../../model/table-model.js";
import type { Entity } from "./model-names.js";

/** What a module's user can do with a table or view. */
export interface EntityAccess {
  readonly select: boolean;
  /** The columns that an insert can give; null where rows cannot be inserted. */
  readonly insert: ReadonlySet<string> | null;
  /** The columns that an update can change; null where rows cannot be updated. */
  readonly update: ReadonlySet<string> | null;
  readonly delete: boolean;
}

/** What the engine lets be done with a table or view, within the role's `privileges` where these are to be respected. */
export function accessOf(entity: Entity, privileges: PrivilegesModel | undefined): EntityAccess {
  const columns = entity.model.columns.map((column) => column.name);
  const granted = (privilege: ColumnPrivilege | undefined): readonly string[] =>
    privilege === undefined || privilege === "all" ? columns : privilege === "none" ? [] : privilege;
  const writable = (write: "insert" | "update"): ReadonlySet<string> | null => {
    const taken = entity.is === "table" ? columns : columnsTaken(entity.model, write);
    const allowed = new Set(granted(privileges?.[write]).filter((column) => taken.includes(column)));
    return allowed.size > 0 || (columns.length === 0 && taken === columns) ? allowed : null;
  };
  return {
    select: columns.length === 0 || granted(privileges?.select).length > 0,
    insert: writable("insert"),
    update: writable("update"),
    delete: privileges?.delete !== "none" && (entity.is === "table" || canWrite(entity.model, "delete")),
  };
}

/** Whether a trigger stands in for this write: it is given every column, computed ones too. */
export function isStoodInFor(view: ViewModel, write: "insert" | "update" | "delete"): boolean {
  return view.triggers.some((trigger) => trigger.timing === "insteadOf" && trigger.events.includes(write));
}

function columnsTaken(view: ViewModel, write: "insert" | "update"): readonly string[] {
  if (!canWrite(view, write)) return [];
  if (isStoodInFor(view, write)) return view.columns.map((column) => column.name);
  return (view.origins ?? []).flatMap((origin) => (origin.writable ? [origin.column] : []));
}

function canWrite(view: ViewModel, write: "insert" | "update" | "delete"): boolean {
  return view.updatable || view.writes?.includes(write) === true;
}

/** The class of the runtime that has the methods for this and no others. */
export function repositoryClass({ select, insert, update, delete: canDelete }: EntityAccess): string {
  if (!select) return "AppendRepository";
  const writes = [...(insert === null ? [] : ["Insert"]), ...(update === null ? [] : ["Update"])];
  const all = canDelete ? [...writes, "Delete"] : writes;
  if (all.length === 0) return "ReadRepository";
  return all.length === 3 ? "Repository" : `${all.join("")}Repository`;
}
