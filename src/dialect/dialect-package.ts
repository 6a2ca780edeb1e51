import type { ConnectionTarget, Inspector } from "../introspect/inspector.js";
import type { DialectTraits } from "./dialect-traits.js";

/** The number of the interface that `DialectPackage` states. It grows when a package made for it would no longer do. */
export const dialectInterfaceVersion = 1;

/**
 * A dialect made elsewhere: the default export of an npm package, which a configuration names as `dialect`. It goes the same way as a built-in engine.
 *
 * @example export default { interfaceVersion: 1, name: "duckdb", … } satisfies DialectPackage
 */
export interface DialectPackage extends DialectTraits {
  readonly interfaceVersion: typeof dialectInterfaceVersion;
  /** Opens a database for reading its catalog. What the user can mend is thrown as a `Failure`. */
  openInspector(target: ConnectionTarget): Promise<Inspector>;
}

/** Whether a dialect was made elsewhere. */
export function isDialectPackage(dialect: DialectTraits): dialect is DialectPackage {
  return "openInspector" in dialect;
}
