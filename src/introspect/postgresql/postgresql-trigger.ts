import type { TriggerModel } from "../../model/table-model.js";
import type { TriggerRow } from "./postgresql-rows.js";

export function toTrigger(row: TriggerRow): TriggerModel {
  return {
    name: row.name,
    timing: toTiming(row.tgtype),
    events: eventBits.filter(([bit]) => (row.tgtype & bit) !== 0).map(([, event]) => event),
    level: (row.tgtype & 1) === 0 ? "statement" : "row",
    enabled: row.tgenabled === "O" || row.tgenabled === "A",
    definition: row.definition,
    comment: row.comment,
  };
}

function toTiming(bits: number): TriggerModel["timing"] {
  if ((bits & 64) !== 0) return "insteadOf";
  return (bits & 2) === 0 ? "after" : "before";
}

/** Bits of `pg_trigger.tgtype`, as the server's `pg_trigger.h` lays them down. */
const eventBits = [
  [4, "insert"],
  [16, "update"],
  [8, "delete"],
  [32, "truncate"],
] as const;
