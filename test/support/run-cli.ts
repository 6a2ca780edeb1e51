import { runCli } from "../../src/cli/run-cli.js";

/** What a command line printed, and how it ended. */
export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether both streams are terminals. Default false. */
  readonly terminal?: boolean;
  /** Ends a run that watches. */
  readonly signal?: AbortSignal;
}

/** Runs a command line within this process; the environment holds nothing but what is given. */
export async function runInProcess(args: readonly string[], options: CliOptions): Promise<CliResult> {
  const stdout = new Recorder(options.terminal === true);
  const stderr = new Recorder(options.terminal === true);
  const takeInterruption = (): AbortSignal => options.signal ?? new AbortController().signal;
  const code = await runCli(args, { cwd: options.cwd, env: options.env ?? {}, stdout, stderr, takeInterruption });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

class Recorder {
  text = "";
  readonly isTTY: boolean;
  readonly columns = 100;

  constructor(isTTY: boolean) {
    this.isTTY = isTTY;
  }

  write(text: string): void {
    this.text += text;
  }
}
