import { Failure } from "../../diagnostics.js";
import { RunFailure } from "../../run/run-failure.js";
import { exitCodeOf, exitCodes, type ExitCode } from "../exit-code.js";
import type { Printer } from "../printer.js";

export interface ErrorReportOptions {
  readonly printer: Printer;
  readonly json: boolean;
  /** Shows causes and stacks. */
  readonly verbose: boolean;
}

/** Says what went wrong, one message for each database concerned, and gives the exit code: that of the first. */
export function reportError(error: unknown, options: ErrorReportOptions): ExitCode {
  const errors =
    error instanceof RunFailure
      ? error.errors.map((one) => toReport(one.error, one.database))
      : [toReport(error, null)];
  const exitCode = errors[0]?.exitCode ?? exitCodes.usage;
  if (options.json)
    options.printer.result(JSON.stringify({ ok: false, exitCode, errors: errors.map(toJson) }, null, 2));
  for (const one of errors) options.printer.message(toText(one, options, errors.length > 1));
  return exitCode;
}

interface ErrorReport {
  readonly database: string | null;
  readonly kind: string;
  readonly message: string;
  readonly hint: string | null;
  readonly exitCode: ExitCode;
  readonly error: unknown;
}

function toReport(error: unknown, database: string | null): ErrorReport {
  if (error instanceof Failure) {
    return {
      database,
      kind: error.kind,
      message: error.message,
      hint: error.hint,
      exitCode: exitCodeOf(error.kind),
      error,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  const hint = "this is a defect of tablewright: please report it, with what --verbose shows";
  return {
    database,
    kind: "defect",
    message: `tablewright: running: ${message}`,
    hint,
    exitCode: exitCodes.usage,
    error,
  };
}

function toText(report: ErrorReport, options: ErrorReportOptions, named: boolean): string {
  const { bold, dim, red } = options.printer.messageStyle;
  const label = red(bold(named && report.database !== null ? `error (${report.database}):` : "error:"));
  const lines = [`${label} ${report.message}`];
  if (report.hint !== null) lines.push(`  ${dim("hint:")} ${report.hint}`);
  if (options.verbose) lines.push(dim(stackOf(report.error)));
  return lines.join("\n");
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by ${stackOf(error.cause)}`;
}

function toJson({ database, kind, message, hint }: ErrorReport): object {
  return { database, kind, message, hint };
}
