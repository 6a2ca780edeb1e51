import { missingCodecs } from "../../runtime/codegen/v1/symbols.js";
import type { DialectTraits } from "../dialect-traits.js";
import { builtInDoor } from "./built-in-door.js";

export const oracleTraits = {
  name: "oracle",
  title: "Oracle",
  driver: "oracledb",
  urls: { schemes: ["oracle"], form: "oracle://user@host/service", file: null, family: null },
  door: builtInDoor("oracle"),
  missingCodecs: missingCodecs.oracle,
  emission: {
    namesDefaultSchema: false,
    casts: null,
    booleanNumber: "int32",
    bitsAsBytes: false,
    returnsTriggered: true,
    upsertsIntoViews: true,
    viewsTakeDefaults: true,
    // https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/Database-Object-Names-and-Qualifiers.html: functions and procedures share a name space.
    routines: { namedByKind: false, namedArguments: true, untoldRows: false },
  },
} as const satisfies DialectTraits;
