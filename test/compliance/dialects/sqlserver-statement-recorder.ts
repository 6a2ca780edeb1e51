import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import type { StatementRecorder } from "../../support/statement-recorder.js";

/** Stands between a client and a server that speaks TDS, and writes down the statements that go by: its URL asks for no encryption. */
export async function startSqlserverStatementRecorder(serverUrl: string): Promise<StatementRecorder> {
  const target = new URL(serverUrl);
  const statements: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = relay(client, target, statements);
    for (const socket of [client, upstream]) sockets.add(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(serverUrl);
  [url.hostname, url.port] = ["127.0.0.1", String((server.address() as AddressInfo).port)];
  url.searchParams.set("encrypt", "false");
  const close = (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { url: url.href, statements, close };
}

function relay(client: Socket, target: URL, statements: string[]): Socket {
  const upstream = connect(Number(target.port === "" ? "1433" : target.port), target.hostname);
  const messages = new MessageReader((type, body) => {
    const text = statementOf(type, body);
    if (text !== null) statements.push(text);
  });
  client.on("data", (chunk: Buffer) => messages.push(chunk));
  client.pipe(upstream).pipe(client);
  for (const socket of [client, upstream]) socket.on("error", () => socket.destroy());
  return upstream;
}

const sqlBatch = 1;
const remoteCall = 3;
const transactionRequest = 14;

/** The text of a batch, or of the statement that is given to a procedure of the server's (https://learn.microsoft.com/openspecs/windows_protocols/ms-tds). */
export function statementOf(type: number, body: Buffer): string | null {
  if (type === transactionRequest) return `begin or end of a transaction`;
  if (type !== sqlBatch && type !== remoteCall) return null;
  const rest = body.subarray(body.readUInt32LE(0));
  return type === sqlBatch ? rest.toString("utf16le") : statementOfCall(rest);
}

/** A number in place of the procedure's name, flags, and the first parameter: its name, status, type NVARCHAR and value. */
function statementOfCall(call: Buffer): string {
  const nameLength = call.readUInt16LE(0);
  if (nameLength !== 0xffff) return `execute ${call.toString("utf16le", 2, 2 + nameLength * 2)}`;
  let at = 6;
  at += 1 + call.readUInt8(at) * 2 + 1;
  const isText = call.readUInt8(at) === 0xe7;
  if (!isText) return `execute procedure ${call.readUInt16LE(2)}`;
  const lengthMax = call.readUInt16LE(at + 1);
  at += 8;
  if (lengthMax !== 0xffff) return call.toString("utf16le", at + 2, at + 2 + call.readUInt16LE(at));
  const chunks: Buffer[] = [];
  for (at += 8; call.readUInt32LE(at) > 0; at += 4 + call.readUInt32LE(at)) {
    chunks.push(call.subarray(at + 4, at + 4 + call.readUInt32LE(at)));
  }
  return Buffer.concat(chunks).toString("utf16le");
}

/** Puts messages together from their packets: type, status (1: the last), length, five more bytes of head, data. */
class MessageReader {
  #rest: Buffer = Buffer.alloc(0);
  #parts: Buffer[] = [];
  readonly #onMessage: (type: number, body: Buffer) => void;

  constructor(onMessage: (type: number, body: Buffer) => void) {
    this.#onMessage = onMessage;
  }

  push(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length >= 8 && this.#rest.length >= this.#rest.readUInt16BE(2)) {
      const length = Math.max(8, this.#rest.readUInt16BE(2));
      const [type = 0, status = 0] = this.#rest;
      this.#parts.push(this.#rest.subarray(8, length));
      this.#rest = this.#rest.subarray(length);
      if ((status & 1) === 0) continue;
      this.#onMessage(type, Buffer.concat(this.#parts));
      this.#parts = [];
    }
  }
}
