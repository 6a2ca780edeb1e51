import { createServer, connect, type AddressInfo, type Server, type Socket } from "node:net";

/** Stands between a client and a PostgreSQL server, and writes down the statements that go by. */
export interface StatementRecorder {
  /** The server's URL, through the recorder. */
  readonly url: string;
  /** The texts of simple queries and of parsed statements, in order. */
  readonly statements: readonly string[];
  close(): Promise<void>;
}

export async function startStatementRecorder(serverUrl: string): Promise<StatementRecorder> {
  const target = new URL(serverUrl);
  const statements: string[] = [];
  const server = createServer((client) => relay(client, target, statements));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(serverUrl);
  [url.hostname, url.port] = ["127.0.0.1", String(portOf(server))];
  return { url: url.href, statements, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function portOf(server: Server): number {
  const address = server.address() as AddressInfo;
  return address.port;
}

function relay(client: Socket, target: URL, statements: string[]): void {
  const upstream = connect(Number(target.port), target.hostname);
  const reader = new MessageReader((type, body) => {
    const text = textOf(type, body);
    if (text !== null) statements.push(text);
  });
  client.on("data", (chunk: Buffer) => reader.push(chunk));
  client.pipe(upstream).pipe(client);
  for (const socket of [client, upstream]) socket.on("error", () => socket.destroy());
}

/** `Query` holds its text; `Parse` a name and then its text (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
function textOf(type: string, body: Buffer): string | null {
  if (type === "Q") return body.toString("utf8", 0, body.length - 1);
  if (type !== "P") return null;
  const start = body.indexOf(0) + 1;
  return body.toString("utf8", start, body.indexOf(0, start));
}

/** Cuts the client's stream into messages: a startup message without a type, then a type, a length and a body each. */
class MessageReader {
  #rest: Buffer = Buffer.alloc(0);
  #started = false;
  readonly #onMessage: (type: string, body: Buffer) => void;

  constructor(onMessage: (type: string, body: Buffer) => void) {
    this.#onMessage = onMessage;
  }

  push(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const head = this.#started ? 1 : 0;
      if (this.#rest.length < head + 4) return;
      const end = head + this.#rest.readUInt32BE(head);
      if (this.#rest.length < end) return;
      if (this.#started) this.#onMessage(this.#rest.toString("latin1", 0, 1), this.#rest.subarray(5, end));
      this.#started = true;
      this.#rest = this.#rest.subarray(end);
    }
  }
}
