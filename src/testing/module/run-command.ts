import { runCli } from "../../cli/run-cli.js";

/** What a command line printed, and how it ended. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line within this process, in a folder and with an empty environment. */
export async function runCommand(args: readonly string[], cwd: string): Promise<CommandResult> {
  const [stdout, stderr] = [new Recorder(), new Recorder()];
  const takeInterruption = (): AbortSignal => new AbortController().signal;
  const code = await runCli(args, { cwd, env: {}, stdout, stderr, takeInterruption });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

class Recorder {
  text = "";

  write(text: string): void {
    this.text += text;
  }
}
