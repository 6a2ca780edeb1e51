import { missingCodecs, postgresqlTypes } from "../../runtime/codegen/v1/symbols.js";
import type { DialectTraits } from "../dialect-traits.js";
import { builtInDoor } from "./built-in-door.js";
import { postgresqlCast } from "./postgresql-cast.js";
import { postgresqlParameterCast } from "./postgresql-parameter-cast.js";

export const postgresqlTraits = {
  name: "postgresql",
  title: "PostgreSQL",
  driver: "pg",
  urls: {
    schemes: ["postgres", "postgresql"],
    form: "postgres://user@host/database",
    file: null,
    family: null,
  },
  door: builtInDoor("postgresql"),
  missingCodecs: missingCodecs.postgresql,
  emission: {
    // What a name without a schema means depends on `search_path`.
    namesDefaultSchema: true,
    casts: { ofCodec: postgresqlTypes, ofColumn: postgresqlCast, ofParameter: postgresqlParameterCast },
    booleanNumber: null,
    bitsAsBytes: false,
    returnsTriggered: true,
    upsertsIntoViews: true,
    viewsTakeDefaults: true,
    routines: { namedByKind: false, namedArguments: true, untoldRows: false },
  },
} as const satisfies DialectTraits;
