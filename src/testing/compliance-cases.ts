import type { ComplianceCase } from "./compliance-case.js";
import { columnCases } from "./cases/column-cases.js";
import { constraintCases } from "./cases/constraint-cases.js";
import { crudCases } from "./cases/crud-cases.js";
import { mechanicsCases } from "./cases/mechanics-cases.js";
import { objectCases } from "./cases/object-cases.js";
import { toSuiteCases } from "./cases/suite-cases.js";
import { tableCases } from "./cases/table-cases.js";
import { typeCases } from "./cases/type-cases.js";

/** Every case of the suite, in the order of the table of results. */
export const complianceCases: readonly ComplianceCase[] = toSuiteCases([
  ...tableCases,
  ...objectCases,
  ...typeCases,
  ...columnCases,
  ...constraintCases,
  ...mechanicsCases,
  ...crudCases,
]);
