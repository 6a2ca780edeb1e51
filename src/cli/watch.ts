import { setTimeout as sleep } from "node:timers/promises";
import { exitCodes, type ExitCode } from "./exit-code.js";
import { loadSettings, type Settings } from "./load-settings.js";
import { reportAll, reportChanges, type GenerateReporter } from "./report/report-generated.js";
import { reportError } from "./report/report-error.js";
import type { Session } from "./session.js";
import { fileStates, watchedSources, type WatchedSources } from "./watched-sources.js";

type Generate = (session: Session, settings: Settings, report: GenerateReporter) => Promise<ExitCode>;

/** How often files are looked at, in milliseconds. */
const fileInterval = 300;
const liveIntervalDefault = 5;

/**
 * Generates, then generates again whenever the configuration, a snapshot, a template or a SQLite file changes, and every `interval` seconds where a server's
 * catalog is read: a run that finds nothing new writes nothing and says nothing. Ends when the user interrupts it. Failures are reported and do not end it.
 */
export async function watch(session: Session, first: Settings, generate: Generate): Promise<ExitCode> {
  const interrupted = session.io.takeInterruption();
  const round = new Round(session, generate);
  await round.run(first, reportAll);
  session.printer.message(session.printer.messageStyle.dim("watching for changes; Ctrl-C ends it"));
  while (await pause(fileInterval, interrupted)) await round.runIfDue();
  return exitCodes.done;
}

/** One look after another, and what the last one saw. */
class Round {
  readonly #session: Session;
  readonly #generate: Generate;
  #settings: Settings | null = null;
  #sources: WatchedSources = { files: [], folders: [], isLive: false };
  #seen = "";
  #ranAt = 0;
  #lastError = "";

  constructor(session: Session, generate: Generate) {
    this.#session = session;
    this.#generate = generate;
  }

  async runIfDue(): Promise<void> {
    const states = fileStates(this.#sources);
    if (states !== this.#seen) await this.#reload();
    else if (this.#isLookDue()) await this.run(this.#settings, reportChanges);
  }

  async run(settings: Settings | null, report: GenerateReporter): Promise<void> {
    if (settings === null) return;
    this.#settings = settings;
    await this.#attempt(async () => {
      this.#sources = await watchedSources(settings, this.#session);
      // Taken before the run, so that a change during it is seen by the next look.
      this.#seen = fileStates(this.#sources);
      await this.#generate(this.#session, settings, report);
    });
    this.#ranAt = performance.now();
  }

  async #reload(): Promise<void> {
    this.#seen = fileStates(this.#sources);
    await this.#attempt(async () => this.run(await loadSettings(this.#session, { place: "module" }), reportChanges));
  }

  #isLookDue(): boolean {
    const interval = (this.#settings?.run.interval ?? liveIntervalDefault) * 1000;
    return this.#sources.isLive && performance.now() - this.#ranAt >= interval;
  }

  /** A server that stays away is reported once, not at every look. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#lastError = "";
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message === this.#lastError) return;
      this.#lastError = message;
      const { json, verbose } = this.#settings?.run ?? {};
      reportError(error, { printer: this.#session.printer, json: json === true, verbose: verbose === true });
    }
  }
}

/** False once the user has interrupted. */
async function pause(milliseconds: number, interrupted: AbortSignal): Promise<boolean> {
  await sleep(milliseconds, undefined, { signal: interrupted }).catch(() => undefined);
  return !interrupted.aborted;
}
