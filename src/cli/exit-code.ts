import type { FailureKind } from "../diagnostics.js";

/** What the process tells its caller. */
export const exitCodes = {
  done: 0,
  /** Usage, configuration or output folder; and a defect of the program. */
  usage: 1,
  drift: 2,
  /** The database cannot be reached, or its catalog cannot be read. */
  connection: 3,
  /** Warnings under `--strict`. */
  diagnostics: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export function exitCodeOf(kind: FailureKind): ExitCode {
  return kind === "connection" || kind === "catalog" ? exitCodes.connection : exitCodes.usage;
}
