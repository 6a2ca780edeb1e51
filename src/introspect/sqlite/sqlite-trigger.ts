import type { TriggerModel } from "../../model/table-model.js";
import { parseCreateTrigger } from "./parse/parse-create-trigger.js";
import type { SchemaRow } from "./sqlite-rows.js";

/** The model of a trigger: SQLite has row triggers only, and none that is switched off. */
export function toSqliteTrigger(row: SchemaRow): TriggerModel {
  const definition = row.sql ?? "";
  return { name: row.name, ...parseCreateTrigger(definition), level: "row", enabled: true, definition, comment: null };
}
