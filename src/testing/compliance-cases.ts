import type { ComplianceCase } from "./compliance-case.js";
import { columnCases } from "./cases/column-cases.js";
import { constraintCases } from "./cases/constraint-cases.js";
import { crudCases } from "./cases/crud-cases.js";
import { emissionCases } from "./cases/emission-cases.js";
import { mechanicsCases } from "./cases/mechanics-cases.js";
import { objectCases } from "./cases/object-cases.js";
import { outputCases } from "./cases/output-cases.js";
import { queryCases } from "./cases/query-cases.js";
import { relationCases } from "./cases/relation-cases.js";
import { toSuiteCases } from "./cases/suite-cases.js";
import { tableCases } from "./cases/table-cases.js";
import { transactionCases } from "./cases/transaction-cases.js";
import { typeCases } from "./cases/type-cases.js";
import { valueCases } from "./cases/value-cases.js";

/** Every case of the suite, in the order of the table of results. */
export const complianceCases: readonly ComplianceCase[] = toSuiteCases([
  ...tableCases,
  ...objectCases,
  ...typeCases,
  ...columnCases,
  ...constraintCases,
  ...mechanicsCases,
  ...emissionCases,
  ...outputCases,
  ...crudCases,
  ...queryCases,
  ...relationCases,
  ...transactionCases,
  ...valueCases,
]);
