import type { Row } from "../executor.js";
import type { ReadRoutineResult } from "./routine-result.js";

/** A record whose columns the catalog does not know, by their names; or null. */
export const oneRawRecord: ReadRoutineResult<Record<string, unknown> | null> = {
  select: selectTexts,
  read: (rows) => toRecord(rows[0]),
};

/** A set of such records. */
export const manyRawRecords: ReadRoutineResult<Record<string, unknown>[]> = {
  select: selectTexts,
  read: (rows) => rows.map(toRecord).filter((record) => record !== null),
};

/**
 * PostgreSQL tells the columns of such a record only inside of it. As JSON it names them, and `json_each_text` keeps every digit of their values
 * (https://www.postgresql.org/docs/current/functions-json.html).
 */
function selectTexts(call: string): string {
  const pairs = "select json_object_agg(f.key, f.value) from json_each_text(row_to_json(r.record)) as f";
  return `select r.record is null, (${pairs}) from (select ${call} as record) as r`;
}

function toRecord(row: Row | undefined): Record<string, unknown> | null {
  const [, text] = row ?? [];
  return typeof text === "string" ? (JSON.parse(text) as Record<string, unknown>) : null;
}
