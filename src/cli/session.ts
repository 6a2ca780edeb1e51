import type { RunConfig } from "../config/config.js";
import type { Secrets } from "../config/secrets.js";
import type { ExitCode } from "./exit-code.js";
import type { Flags } from "./flags.js";
import type { Io } from "./io.js";
import type { Printer } from "./printer.js";

/** What a command works with. */
export interface Session {
  readonly io: Io;
  readonly flags: Flags;
  readonly operands: readonly string[];
  readonly printer: Printer;
  readonly secrets: Secrets;
  /** Told how the run behaves as soon as the configuration has been read: errors are reported that way too. */
  readonly settle: (run: RunConfig) => void;
}

/** Does its work and says how it ended; what the user can mend is thrown as a `Failure`. */
export type Command = (session: Session) => Promise<ExitCode>;
