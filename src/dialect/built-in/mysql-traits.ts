import { missingCodecs } from "../../runtime/codegen/v1/symbols.js";
import type { DialectTraits } from "../dialect-traits.js";
import { builtInDoor } from "./built-in-door.js";

/** What MySQL and MariaDB have in common. */
const family = {
  driver: "mysql2",
  emission: {
    namesDefaultSchema: false,
    casts: null,
    booleanNumber: "int32",
    bitsAsBytes: true,
    returnsTriggered: true,
    upsertsIntoViews: true,
    viewsTakeDefaults: true,
    // Their catalogs tell nobody whether a procedure gives rows.
    routines: { namedByKind: true, namedArguments: false, untoldRows: true },
  },
} as const;

export const mysqlTraits = {
  ...family,
  name: "mysql",
  title: "MySQL",
  urls: { schemes: ["mysql"], form: "mysql://user@host/database", file: null, family: "mysql" },
  door: builtInDoor("mysql"),
  missingCodecs: missingCodecs.mysql,
} as const satisfies DialectTraits;

export const mariadbTraits = {
  ...family,
  name: "mariadb",
  title: "MariaDB",
  urls: { schemes: ["mariadb"], form: "mariadb://user@host/database", file: null, family: "mysql" },
  door: builtInDoor("mariadb"),
  missingCodecs: missingCodecs.mariadb,
} as const satisfies DialectTraits;
