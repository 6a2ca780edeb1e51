/** The outside world as the command line sees it; tests hand in their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results. */
  readonly stdout: OutputStream;
  /** Messages and progress. */
  readonly stderr: OutputStream;
  /** Once called, an interruption by the user no longer ends the process but aborts the signal: for runs that stay. */
  readonly takeInterruption: () => AbortSignal;
}

export interface OutputStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  /** The width of a terminal; absent where there is none. */
  readonly columns?: number | undefined;
}
