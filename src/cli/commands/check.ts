import { checkDatabases, type CheckReport } from "../../run/check-databases.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { loadSettings } from "../load-settings.js";
import { printCheckReport } from "../report/check-report.js";
import { countModel } from "../report/model-counts.js";
import type { Command } from "../session.js";
import { withProgress } from "../with-progress.js";

/** `tablewright check`: the same pipeline as `generate`, writing nothing; ends with the code of drift where something differs. */
export const check: Command = async (session) => {
  const { io, printer } = session;
  const { databases, run } = await loadSettings(session, { place: "module" });
  const reports = await withProgress(session, run.quiet === true, (context) => checkDatabases(databases, context));
  const exitCode = exitCodeOf(reports);
  if (run.json === true) {
    printer.result(printJson(reports, exitCode));
    return exitCode;
  }
  const shown = run.quiet === true ? reports.filter((report) => exitCodeOf([report]) !== exitCodes.done) : reports;
  for (const one of shown) printer.result(printCheckReport(one, { run, style: printer.style, cwd: io.cwd }).join("\n"));
  if (exitCode === exitCodes.drift)
    printer.message(`${printer.messageStyle.dim("hint:")} run \`tablewright generate\` and check the result in`);
  return exitCode;
};

function exitCodeOf(reports: readonly CheckReport[]): ExitCode {
  if (reports.some(({ differences }) => differences.length > 0)) return exitCodes.drift;
  return reports.some(({ refused }) => refused) ? exitCodes.diagnostics : exitCodes.done;
}

function printJson(reports: readonly CheckReport[], exitCode: ExitCode): string {
  const databases = reports.map(({ model, ...report }) => ({
    ...report,
    engine: model.engine,
    counts: countModel(model),
  }));
  return JSON.stringify({ ok: exitCode === exitCodes.done, exitCode, databases }, null, 2);
}
