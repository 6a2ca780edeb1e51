import type { RunConfig } from "../../config/config.js";
import type { GenerateReport } from "../../run/generate-databases.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import type { Session } from "../session.js";
import { printGenerateReport } from "./generate-report.js";
import { compareCounts } from "./compare-counts.js";
import { countModel } from "./model-counts.js";
import { seconds } from "./seconds.js";

/** Says what a run has done. */
export type GenerateReporter = (session: Session, reports: readonly GenerateReport[], outcome: Outcome) => void;

export interface Outcome {
  readonly run: RunConfig;
  readonly exitCode: ExitCode;
  readonly milliseconds: number;
}

/** With `--quiet`, only the databases that have something to mend. */
export const reportAll: GenerateReporter = ({ io, printer }, reports, outcome) => {
  const { run, milliseconds } = outcome;
  const { style } = printer;
  if (run.json === true) {
    printer.result(printJson(reports, outcome));
    return;
  }
  const shown = run.quiet === true ? reports.filter(hasWarnings) : reports;
  for (const one of shown) printer.result(printGenerateReport(one, { run, style, cwd: io.cwd }).join("\n"));
  if (run.quiet !== true) printer.result(style.dim(`done in ${seconds(milliseconds)}`));
};

/** Only the databases whose files changed. */
export const reportChanges: GenerateReporter = (session, reports, outcome) => {
  const changed = reports.filter(({ written, removed, refused }) => written.length + removed.length > 0 || refused);
  if (changed.length > 0) reportAll(session, changed, outcome);
};

function hasWarnings({ diagnostics }: GenerateReport): boolean {
  return diagnostics.some(({ severity }) => severity === "warning");
}

/** On one line under `--watch`, where there are many of them. */
function printJson(reports: readonly GenerateReport[], { run, exitCode, milliseconds }: Outcome): string {
  const databases = reports.map(({ model, counted, ...report }) => ({
    ...report,
    engine: model.engine,
    counts: countModel(model),
    objects: counted === null ? null : compareCounts({ model, counted, diagnostics: report.diagnostics }),
  }));
  const result = { ok: exitCode === exitCodes.done, exitCode, milliseconds, dryRun: run.dryRun === true, databases };
  return JSON.stringify(result, null, run.watch === true ? 0 : 2);
}
