import type { DatabaseSettings } from "../../config/database-settings.js";
import { Failure } from "../../diagnostics.js";
import type { Reading } from "../../introspect/read-database.js";
import { printModel } from "../../model/model-json.js";
import { forEachDatabase } from "../../run/for-each-database.js";
import { readModel } from "../../run/read-model.js";
import { exitCodes } from "../exit-code.js";
import { loadSettings } from "../load-settings.js";
import { findRelation } from "../report/find-relation.js";
import { printDiagnostics } from "../report/print-diagnostics.js";
import { printOverview } from "../report/print-overview.js";
import { printRelation } from "../report/print-relation.js";
import type { Command } from "../session.js";
import { withProgress } from "../with-progress.js";

/** `tablewright inspect`: what is in a database. */
export const inspect: Command = async (session) => {
  const { flags, printer } = session;
  const { databases, run } = await loadSettings(session, { place: "nothing" });
  const readings = await withProgress(session, run.quiet === true, (context) =>
    forEachDatabase(databases, async (settings) => ({ settings, reading: await readModel(settings, context) })),
  );
  if (run.json === true) {
    printer.result(printModel(theOnly(readings).model).trimEnd());
    return exitCodes.done;
  }
  for (const { settings, reading } of readings) {
    const { style } = printer;
    const lines =
      flags.table === undefined
        ? printOverview(settings.name, reading.model, style)
        : printRelation(findRelation(reading.model, flags.table), reading.model, style);
    printer.result(
      [
        ...lines,
        ...printDiagnostics(flags.table === undefined ? reading.diagnostics : [], style, run.verbose === true),
      ].join("\n"),
    );
  }
  return exitCodes.done;
};

interface Inspected {
  readonly settings: DatabaseSettings;
  readonly reading: Reading;
}

/** JSON is one model, so one database has to be chosen. */
function theOnly(readings: readonly Inspected[]): Reading {
  const [only, ...others] = readings;
  if (only !== undefined && others.length === 0) return only.reading;
  throw new Failure(
    "usage",
    `flags: reading "--json": it prints one model, and ${readings.length} databases are chosen`,
    { hint: "choose one with --database" },
  );
}
