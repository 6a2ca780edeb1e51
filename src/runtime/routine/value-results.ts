import type { Codec } from "../codec.js";
import { CodecError } from "../errors/codec-error.js";
import type { ReadRoutineResult } from "./routine-result.js";

/** Nothing: `void`, or a procedure without outputs. */
export const noResult: ReadRoutineResult<void> = { select: selectCall, read: () => undefined };

/** One value, or null. */
export function oneValue<T>(codec: Codec<T>): ReadRoutineResult<T | null> {
  return { select: selectCall, read: (rows, routine) => readValue(codec, rows[0]?.[0], routine) };
}

/** A set of values, any of which may be null. */
export function manyValues<T>(codec: Codec<T>): ReadRoutineResult<(T | null)[]> {
  return {
    select: selectCall,
    read: (rows, routine) => rows.map((row) => readValue(codec, row[0], routine)),
  };
}

/** A value of a call, null kept apart; an error says where it stood. */
export function readValue<T>(codec: Codec<T>, value: unknown, routine: string, property = "result"): T | null {
  if (value === null || value === undefined) return null;
  try {
    return codec.read(value);
  } catch (error) {
    throw error instanceof CodecError ? error.at({ table: routine, property }) : error;
  }
}

function selectCall(call: string): string {
  return `select ${call}`;
}
