import type { Codec } from "../codec.js";
import type { ReadRoutineResult } from "./routine-result.js";

/** What the runtime knows of a function or procedure, and the type of what it gives. Made by `defineRoutine`. */
export interface RoutineMeta<R = unknown> {
  /** Its name in the database. */
  readonly name: string;
  /** Its schema; absent where the connected database is meant. */
  readonly schema?: string;
  /** A procedure is called, a function is selected. */
  readonly kind: "function" | "procedure";
  /** The types of its inputs as the catalog prints them: they tell overloads of one name apart. */
  readonly signature: string;
  /** By the property that gives the value, or takes it; in the order of the catalog, outputs of procedures included. */
  readonly parameters: Readonly<Record<string, RoutineParameter>>;
  readonly result: ReadRoutineResult<R>;
}

export interface RoutineParameter {
  /** Its name in the database; absent for an unnamed one, which is given by its place. */
  readonly name?: string;
  readonly codec: Codec;
  /** The type that a value is cast to, in the engine's own spelling; absent where the engine needs none. */
  readonly type?: string;
  /** Absent for an input. */
  readonly mode?: "out" | "inout" | "variadic";
  /** Whether it may be left out: the database has a default. */
  readonly optional?: boolean;
}
