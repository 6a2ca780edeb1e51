import { missingCodecs } from "../../runtime/codegen/v1/symbols.js";
import type { DialectTraits } from "../dialect-traits.js";
import { builtInDoor } from "./built-in-door.js";

export const sqliteTraits = {
  name: "sqlite",
  title: "SQLite",
  driver: "better-sqlite3",
  urls: {
    schemes: ["sqlite"],
    form: "sqlite:PATH",
    // In WAL mode a change reaches the file itself only at a checkpoint.
    file: { suffixes: [".db", ".db3", ".sqlite", ".sqlite3"], beside: ["-wal"] },
    family: null,
  },
  door: builtInDoor("sqlite"),
  missingCodecs: missingCodecs.sqlite,
  emission: {
    namesDefaultSchema: false,
    casts: null,
    booleanNumber: "safeInteger",
    bitsAsBytes: false,
    // It refuses an upsert into any view.
    returnsTriggered: true,
    upsertsIntoViews: false,
    // A trigger stands in for every write, and the row that comes back holds what was given.
    viewsTakeDefaults: false,
    routines: { namedByKind: true, namedArguments: false, untoldRows: true },
  },
} as const satisfies DialectTraits;
