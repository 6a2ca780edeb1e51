import type { Io } from "./io.js";
import { styleOf } from "./style.js";

/** Says on a terminal what is going on, in one line that rewrites itself; says nothing anywhere else. */
export interface Progress {
  readonly update: (database: string, what: string) => void;
  /** Clears the line. Nothing else may be written before. */
  readonly end: () => void;
}

export function createProgress(io: Io, quiet: boolean): Progress {
  if (quiet || io.stderr.isTTY !== true || io.env["TERM"] === "dumb")
    return { update: () => undefined, end: () => undefined };
  const { cyan, dim } = styleOf(io.stderr, io.env);
  const doing = new Map<string, string>();
  let frame = 0;
  const draw = (): void => {
    frame += 1;
    const line = [...doing].map(([database, what]) => `${database}: ${what}`).join("  ");
    const room = Math.max(10, (io.stderr.columns ?? 80) - 3);
    io.stderr.write(`${clearLine}${cyan(frames[frame % frames.length] ?? "")} ${dim(shorten(line, room))}`);
  };
  const timer = setInterval(draw, 100);
  timer.unref();
  return {
    update: (database, what) => {
      doing.set(database, what);
      draw();
    },
    end: () => {
      clearInterval(timer);
      if (frame > 0) io.stderr.write(clearLine);
    },
  };
}

const clearLine = "\r\u001b[2K";
const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
