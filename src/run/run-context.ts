import type { SecretSource } from "../config/resolve-connection.js";

/** What one run is given from outside, and tells on the way. */
export interface RunContext extends SecretSource {
  /** Told what a database's run is doing now: `connecting`, `columns`, `rendering`. */
  readonly onProgress: (database: string, what: string) => void;
}
