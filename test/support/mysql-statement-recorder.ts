import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import type { StatementRecorder } from "./statement-recorder.js";

/** Stands between a client and a MySQL or MariaDB server without TLS, and writes down the statements that go by. */
export async function startMysqlStatementRecorder(serverUrl: string): Promise<StatementRecorder> {
  const target = new URL(serverUrl);
  const statements: string[] = [];
  const server = createServer((client) => relay(client, target, statements));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(serverUrl);
  [url.hostname, url.port] = ["127.0.0.1", String((server.address() as AddressInfo).port)];
  return { url: url.href, statements, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function relay(client: Socket, target: URL, statements: string[]): void {
  const upstream = connect(Number(target.port), target.hostname);
  let rest: Buffer = Buffer.alloc(0);
  client.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4 && rest.length >= 4 + rest.readUIntLE(0, 3)) {
      const end = 4 + rest.readUIntLE(0, 3);
      const text = textOf(rest.subarray(0, end));
      if (text !== null) statements.push(text);
      rest = rest.subarray(end);
    }
  });
  client.pipe(upstream).pipe(client);
  for (const socket of [client, upstream]) socket.on("error", () => socket.destroy());
}

/** A command is the first packet of its exchange: COM_QUERY is 3, COM_STMT_PREPARE 22 (https://mariadb.com/kb/en/2-text-protocol/). */
function textOf(packet: Buffer): string | null {
  const isCommand = packet[3] === 0 && (packet[4] === 3 || packet[4] === 22);
  return isCommand ? packet.toString("utf8", 5) : null;
}
