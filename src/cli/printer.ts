import type { Secrets } from "../config/secrets.js";
import type { Io } from "./io.js";
import { styleOf, type Style } from "./style.js";

/** Writes whole lines, with every secret hidden. */
export interface Printer {
  /** A result, on standard output. */
  result(text: string): void;
  /** A message, on standard error. */
  message(text: string): void;
  /** Colours of standard output. */
  readonly style: Style;
  /** Colours of standard error. */
  readonly messageStyle: Style;
}

export function createPrinter(io: Io, secrets: Secrets): Printer {
  return {
    result: (text) => io.stdout.write(`${secrets.redact(text)}\n`),
    message: (text) => io.stderr.write(`${secrets.redact(text)}\n`),
    style: styleOf(io.stdout, io.env),
    messageStyle: styleOf(io.stderr, io.env),
  };
}
