import { pullDatabases, type PullReport } from "../../run/pull-databases.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { loadSettings } from "../load-settings.js";
import { countModel, printCounts } from "../report/model-counts.js";
import { printChanges } from "../report/print-changes.js";
import { printDiagnostics } from "../report/print-diagnostics.js";
import type { ReportOptions } from "../report/generate-report.js";
import { shownPath } from "../report/shown-path.js";
import { visible } from "../report/visible.js";
import type { Command } from "../session.js";
import { withProgress } from "../with-progress.js";

/** `tablewright pull`: live catalog in, snapshot out. */
export const pull: Command = async (session) => {
  const { io, printer } = session;
  const { databases, run } = await loadSettings(session, { place: "snapshot" });
  const reports = await withProgress(session, run.quiet === true, (context) =>
    pullDatabases(databases, context, { dryRun: run.dryRun }),
  );
  const exitCode = reports.some(({ refused }) => refused) ? exitCodes.diagnostics : exitCodes.done;
  if (run.json === true) {
    printer.result(printJson(reports, exitCode));
    return exitCode;
  }
  const shown =
    run.quiet === true
      ? reports.filter(({ diagnostics }) => diagnostics.some(({ severity }) => severity === "warning"))
      : reports;
  for (const one of shown) printer.result(printReport(one, { run, style: printer.style, cwd: io.cwd }).join("\n"));
  return exitCode;
};

function printReport(report: PullReport, { run, style, cwd }: ReportOptions): readonly string[] {
  return [
    `${style.bold(visible(report.name))}  ${printCounts(countModel(report.model))}`,
    `  ${style.green(shownPath(report.snapshot, cwd))}: ${printState(report, run.dryRun === true)}`,
    ...printChanges(report.changes, style).map((line) => `    ${line}`),
    ...printDiagnostics(report.diagnostics, style, run.verbose === true).map((line) => `  ${line}`),
  ];
}

function printState({ changed, refused }: PullReport, dryRun: boolean): string {
  if (refused) return "nothing is written, as --strict does not let warnings pass";
  if (!changed) return "unchanged";
  return dryRun ? "would be written" : "written";
}

function printJson(reports: readonly PullReport[], exitCode: ExitCode): string {
  const databases = reports.map(({ model, ...report }) => ({
    ...report,
    engine: model.engine,
    counts: countModel(model),
  }));
  return JSON.stringify({ ok: exitCode === exitCodes.done, exitCode, databases }, null, 2);
}
