import type { Codec } from "../codec.js";
import type { Row } from "../executor.js";
import type { ReadRoutineResult } from "./routine-result.js";
import { readValue } from "./value-results.js";

/** The codecs of the outputs by property name, in their order. */
export type OutputCodecs<T> = { readonly [K in keyof T]-?: Codec<T[K]> };

/** The outputs of a function or a procedure, as one object. */
export function oneRecord<T extends object>(outputs: OutputCodecs<T>): ReadRoutineResult<T> {
  const fields = fieldsOf(outputs);
  return { select: selectAll, read: (rows, routine) => readRecord(fields, rows[0] ?? [], routine) as T };
}

/** A set of rows whose columns the function declares. */
export function manyRecords<T extends object>(outputs: OutputCodecs<T>): ReadRoutineResult<T[]> {
  const fields = fieldsOf(outputs);
  return {
    select: selectAll,
    read: (rows, routine) => rows.map((row) => readRecord(fields, row, routine) as T),
  };
}

/** The outputs of a procedure, and with them, as `resultSets`, the rows of every statement in it that gives some. */
export function recordWithSets<T extends object>(outputs: OutputCodecs<Omit<T, "resultSets">>): ReadRoutineResult<T> {
  const fields = fieldsOf(outputs);
  return {
    select: selectAll,
    read: (rows, routine) => readRecord(fields, rows[0] ?? [], routine) as T,
    readSets: (rows, resultSets, routine) =>
      ({ ...readRecord(fields, rows[0] ?? [], routine), resultSets }) as unknown as T,
  };
}

type Field = readonly [property: string, codec: Codec];

function fieldsOf(outputs: Readonly<Record<string, Codec>>): readonly Field[] {
  return Object.entries(outputs);
}

function readRecord(fields: readonly Field[], row: Row, routine: string): object {
  // Not by assignment: an output may be called __proto__.
  return Object.fromEntries(
    fields.map(([property, codec], place) => [property, readValue(codec, row[place], routine, property)]),
  );
}

function selectAll(call: string): string {
  return `select * from ${call}`;
}
