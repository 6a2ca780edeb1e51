import type { ConnectionTarget, Inspector } from "../../introspect/inspector.js";
import { openInspector } from "../../introspect/open-inspector.js";
import type { ComplianceDialect } from "../compliance-dialect.js";

/** Opens a catalog as the dialect does it, else as its package, else as the built-in engine. */
export function openCatalog(dialect: ComplianceDialect, target: ConnectionTarget): Promise<Inspector> {
  if (dialect.openInspector !== undefined) return dialect.openInspector(target);
  return dialect.package === undefined ? openInspector(target) : dialect.package.dialect.openInspector(target);
}
