import { missingCodecs } from "../../runtime/codegen/v1/symbols.js";
import type { DialectTraits } from "../dialect-traits.js";
import { builtInDoor } from "./built-in-door.js";

export const sqlserverTraits = {
  name: "sqlserver",
  title: "SQL Server",
  driver: "mssql",
  urls: {
    schemes: ["mssql", "sqlserver"],
    form: "mssql://user@host/database",
    file: null,
    family: null,
  },
  door: builtInDoor("sqlserver"),
  missingCodecs: missingCodecs.sqlserver,
  emission: {
    // What a name without a schema means depends on the login's own default schema.
    namesDefaultSchema: true,
    casts: null,
    booleanNumber: "int32",
    bitsAsBytes: false,
    upsertsIntoViews: true,
    // Error 334: https://learn.microsoft.com/en-us/sql/t-sql/queries/output-clause-transact-sql
    returnsTriggered: false,
    viewsTakeDefaults: true,
    // Objects of a schema share one name space: https://learn.microsoft.com/en-us/sql/relational-databases/databases/database-identifiers
    routines: { namedByKind: false, namedArguments: true, untoldRows: true },
  },
} as const satisfies DialectTraits;
