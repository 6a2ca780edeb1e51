import { ConnectionFailedError } from "../errors/connection-errors.js";
import { TablewrightError } from "../errors/tablewright-error.js";

/** The error of a connection that could not be had. `toCode` gives the engine's own code of an error, or null for none. */
export function toConnectError(error: unknown, toCode: (error: Error) => string | null = codeOf): unknown {
  if (!(error instanceof Error) || error instanceof TablewrightError) return error;
  const engineCode = toCode(error);
  return new ConnectionFailedError(`connection: it cannot be made: ${toReason(error)}`, { engineCode, cause: error });
}

/** A name that resolves to several addresses gives an AggregateError without a message. */
export function toReason(error: Error): string {
  return error.message === "" ? (codeOf(error) ?? "no reason given") : error.message;
}

/** The code of the operating system, of Node or of the driver; null for none. */
export function codeOf(error: Error): string | null {
  return "code" in error && typeof error.code === "string" ? error.code : null;
}
