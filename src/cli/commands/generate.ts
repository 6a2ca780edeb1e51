import { generateDatabases } from "../../run/generate-databases.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { loadSettings, type Settings } from "../load-settings.js";
import { reportAll, type GenerateReporter } from "../report/report-generated.js";
import type { Command, Session } from "../session.js";
import { withProgress } from "../with-progress.js";

/** `tablewright generate`: catalog or snapshot in, module out. */
export const generate: Command = async (session) => {
  const settings = await loadSettings(session, { place: "module" });
  if (settings.run.watch !== true) return generateOnce(session, settings, reportAll);
  const { watch } = await import("../watch.js");
  return watch(session, settings, generateOnce);
};

async function generateOnce(session: Session, settings: Settings, report: GenerateReporter): Promise<ExitCode> {
  const { databases, run } = settings;
  const started = performance.now();
  const reports = await withProgress(session, run.quiet === true, (context) =>
    generateDatabases(databases, context, { dryRun: run.dryRun }),
  );
  const exitCode = reports.some(({ refused }) => refused) ? exitCodes.diagnostics : exitCodes.done;
  report(session, reports, { run, exitCode, milliseconds: Math.round(performance.now() - started) });
  return exitCode;
}
