import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** How long an editor waits for the list of properties inside `where: { … }`, in milliseconds. */
export interface Completion {
  /** From opening the file: the project is loaded. */
  readonly firstMs: number;
  /** The median of the places after it. */
  readonly nextMs: number;
  readonly entries: number;
}

/** Asks TypeScript's language server of every `where: {` in a file, as an editor does after the brace is typed. */
export async function measureCompletion(root: string, file: string): Promise<Completion> {
  const server = spawn(process.execPath, [join(root, "node_modules", "typescript", "lib", "tsserver.js")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    return await measure(new Session(server), file);
  } finally {
    server.kill();
  }
}

async function measure(session: Session, file: string): Promise<Completion> {
  const lines = readFileSync(file, "utf8").split("\n");
  const places = lines.flatMap((line, index) => {
    const column = line.indexOf("where: {");
    return column < 0 ? [] : [{ file, line: index + 1, offset: column + "where: { ".length + 1 }];
  });
  session.notify("open", { file });
  const times: number[] = [];
  let entries = 0;
  for (const place of places) {
    const before = performance.now();
    const answer = await session.request("completionInfo", place);
    times.push(performance.now() - before);
    entries = Math.max(entries, countEntries(answer));
  }
  const [firstMs = Number.NaN, ...next] = times;
  return {
    firstMs,
    nextMs: next.sort((one, other) => one - other)[Math.floor(next.length / 2)] ?? Number.NaN,
    entries,
  };
}

function countEntries(answer: unknown): number {
  const { body } = answer as { readonly body?: { readonly entries: readonly unknown[] } };
  return body?.entries.length ?? 0;
}

/** The server's protocol: a line of JSON each way, answers marked with the number of their request. */
class Session {
  readonly #server: ChildProcess;
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  #last = 0;

  constructor(server: ChildProcess) {
    this.#server = server;
    if (server.stdout === null) throw new Error("the server's output is not read");
    createInterface(server.stdout).on("line", (line) => this.#receive(line));
  }

  notify(command: string, args: object): number {
    const seq = ++this.#last;
    this.#server.stdin?.write(`${JSON.stringify({ seq, type: "request", command, arguments: args })}\n`);
    return seq;
  }

  request(command: string, args: object): Promise<unknown> {
    return new Promise((resolve) => this.#waiting.set(this.notify(command, args), resolve));
  }

  #receive(line: string): void {
    if (!line.startsWith("{")) return;
    const message = JSON.parse(line) as { readonly type: string; readonly request_seq?: number };
    if (message.type === "response" && message.request_seq !== undefined)
      this.#waiting.get(message.request_seq)?.(message);
  }
}
