/** An error of oracledb: the server's (ORA-) or its own (NJS-). https://node-oracledb.readthedocs.io/en/latest/user_guide/exception_handling.html */
export interface OracleServerError extends Error {
  /** `ORA-00001`; `NJS-500` where the driver has put its own in place of the server's, whose code then stands in the message. */
  readonly code: string;
  /** The number behind ORA-; absent in errors of the driver's own. */
  readonly errorNum?: number;
  /** Whether a new connection may do: the connection is lost. */
  readonly isRecoverable?: boolean;
}

export function isOracleError(error: unknown): error is OracleServerError {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    /^(?:ORA|NJS|DPI)-\d+$/.test(error.code)
  );
}

/**
 * The server's number that says the most; null for an error of the driver's own. A transaction that a commit has rolled back (2091), a trigger (4088) and a
 * line of PL/SQL (6512) tell their cause in a further line.
 */
export function toNumber({ errorNum, message }: OracleServerError): number | null {
  const numbers = Array.from(message.matchAll(/(?:^|\n)ORA-(\d{5}):/g), ([, digits]) => Number(digits));
  const told = errorNum !== undefined && errorNum > 0 ? errorNum : numbers[0];
  if (told === undefined) return null;
  return wrappers.has(told) ? (numbers.find((number) => !wrappers.has(number)) ?? told) : told;
}

/** The text behind the number, up to the next error of the message. */
export function toText({ message }: OracleServerError, number: number): string {
  const mark = `ORA-${String(number).padStart(5, "0")}: `;
  const start = message.indexOf(mark);
  const text = start < 0 ? message : message.slice(start + mark.length);
  return text.split(/\n(?:ORA-\d{5}:|Help: )/, 1)[0]?.trim() ?? "";
}

const wrappers: ReadonlySet<number> = new Set([2091, 4088, 6512, 604]);
