import type { ComplianceDialect } from "../../../src/testing/index.js";

/** A dialect of this project on a server of this run. */
export interface DialectUnderTest {
  readonly dialect: ComplianceDialect;
  /** Whether a newer server of its engine is under test, too. */
  readonly isOlder: boolean;
  /** Removes what is left on the server. */
  readonly end: () => Promise<void>;
}
