import type { ComplianceDialect } from "../../../src/testing/index.js";

/** A dialect of this project on a server of this run. */
export interface DialectUnderTest {
  readonly dialect: ComplianceDialect;
  /** Names its reviewed models. */
  readonly engine: string;
  /** Removes what is left on the server. */
  readonly end: () => Promise<void>;
}
