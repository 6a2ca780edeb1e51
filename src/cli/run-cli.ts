import type { RunConfig } from "../config/config.js";
import { createSecrets } from "../config/secrets.js";
import { loadVersion } from "../run/load-version.js";
import type { CommandName } from "./command-specs.js";
import { exitCodes, type ExitCode } from "./exit-code.js";
import type { Io } from "./io.js";
import { parseArguments, type HelpText } from "./parse-arguments.js";
import { createPrinter } from "./printer.js";
import { reportError } from "./report/report-error.js";
import type { Command } from "./session.js";

/** Runs one command line; gives the exit code and never throws. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  const secrets = createSecrets();
  const printer = createPrinter(io, secrets);
  // Until they are parsed, the arguments are all there is to tell how errors should look.
  let run: RunConfig = { json: args.includes("--json"), verbose: args.includes("--verbose") };
  const settle = (settled: RunConfig): void => {
    run = settled;
  };
  try {
    const parsed = await parseArguments(args, { version: loadVersion(), columns: io.stdout.columns ?? 100 });
    if (parsed.kind !== "command") return showText(parsed, io);
    const command = await loadCommand(parsed.command);
    return await command({ io, flags: parsed.flags, operands: parsed.operands, printer, secrets, settle });
  } catch (error) {
    const verbose = run.verbose === true || (io.env["TABLEWRIGHT_DEBUG"] ?? "") !== "";
    return reportError(error, { printer, json: run.json === true, verbose });
  }
}

function showText({ kind, text }: HelpText, io: Io): ExitCode {
  const isWanted = kind === "help";
  (isWanted ? io.stdout : io.stderr).write(text);
  return isWanted ? exitCodes.done : exitCodes.usage;
}

/** Each command is loaded when it runs, so that help and the version come at once. */
async function loadCommand(name: CommandName): Promise<Command> {
  switch (name) {
    case "init":
      return (await import("./commands/init.js")).init;
    case "generate":
      return (await import("./commands/generate.js")).generate;
    case "check":
      return (await import("./commands/check.js")).check;
    case "pull":
      return (await import("./commands/pull.js")).pull;
    case "inspect":
      return (await import("./commands/inspect.js")).inspect;
    case "diff":
      return (await import("./commands/diff.js")).diff;
  }
}
