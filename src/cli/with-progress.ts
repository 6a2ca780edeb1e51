import type { RunContext } from "../run/run-context.js";
import { createProgress } from "./progress.js";
import type { Session } from "./session.js";

/** Does the work of a run with progress shown on a terminal, which is cleared before anything else is written. */
export async function withProgress<T>(
  session: Session,
  quiet: boolean,
  work: (context: RunContext) => Promise<T>,
): Promise<T> {
  const { io, secrets } = session;
  const progress = createProgress(io, quiet);
  try {
    return await work({ env: io.env, secrets, onProgress: progress.update });
  } finally {
    progress.end();
  }
}
