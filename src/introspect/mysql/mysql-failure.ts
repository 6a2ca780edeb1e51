import { Failure } from "../../diagnostics.js";
import {
  certificateReasons,
  connectionClosed,
  noAnswer,
  socketReasons,
  statementTooSlow,
  toErrorFacts,
  toReasonText,
  type ConnectionReason,
} from "../connection-reason.js";

/** What was going on when a server, or the way to it, failed. */
export interface Attempt {
  readonly engine: string;
  readonly address: string;
  /** `connecting` where absent. */
  readonly doing?: string;
}

/** Says what kept a server from answering, in one sentence that holds no credential. */
export function toConnectionFailure(error: unknown, { engine, address, doing = "connecting" }: Attempt): Failure {
  if (error instanceof Failure) return error;
  const { code, errno, message } = toErrorFacts(error);
  const known = findReason(code, errno, message);
  return new Failure(
    isStatementError(errno) ? "catalog" : "connection",
    `${engine}: ${doing} at "${address}": ${toReasonText(known, message)}`,
    { ...(known?.hint === undefined ? {} : { hint: known.hint }), cause: error },
  );
}

/** Whether the server answered and refused the statement. */
function isStatementError(errno: number): boolean {
  return errno >= 1000 && !connectionErrors.has(errno);
}

/** Too many connections, shut down, refused hosts and users, killed and lost connections; 2000 and up are the client library's. */
const connectionErrors: ReadonlySet<number> = new Set([
  1040, 1042, 1043, 1044, 1045, 1049, 1053, 1080, 1129, 1130, 1152, 1158, 1159, 1160, 1161, 1184, 1203, 1226, 1251,
  1698, 1927, 2002, 2003, 2006, 2013, 3032, 3159, 3879, 4031, 4151,
]);

function findReason(code: string, errno: number, message: string): ConnectionReason | undefined {
  return (
    reasonsByNumber.get(errno) ??
    reasonsByCode.get(code) ??
    reasonsByMessage.find(([pattern]) => pattern.test(message))?.[1]
  );
}

/** https://dev.mysql.com/mysql-errors/8.4/server-error-reference.html and https://mariadb.com/kb/en/mariadb-error-code-reference/. */
const reasonsByNumber: ReadonlyMap<number, ConnectionReason> = new Map<number, ConnectionReason>([
  [1040, { hint: "try again when others have left" }],
  [1044, { hint: "correct the database's name, or grant the user a privilege on it" }],
  [1045, { hint: "correct user and password" }],
  [1049, { hint: "correct the database's name, or create it" }],
  [1053, connectionClosed],
  [1130, { hint: "allow the user from this host" }],
  [1698, { hint: "correct user and password" }],
  [1927, connectionClosed],
  [1969, statementTooSlow],
  [3024, statementTooSlow],
  [3159, { hint: "ask for TLS: ssl-mode=required" }],
]);

/** Codes of the operating system, of Node, and of mysql2. */
const reasonsByCode: ReadonlyMap<string, ConnectionReason> = new Map<string, ConnectionReason>([
  ...socketReasons,
  ...certificateReasons("give the certificate of its authority in the option ssl.ca"),
  ["PROTOCOL_CONNECTION_LOST", connectionClosed],
  ["HANDSHAKE_NO_SSL_SUPPORT", { reason: "the server does not speak TLS", hint: "leave out ssl and ssl-mode" }],
]);

/** What the driver says itself may come without a code (mysql2 3.24). */
const reasonsByMessage: readonly (readonly [RegExp, ConnectionReason])[] = [
  [/closed state|connection (?:lost|is closed)/i, connectionClosed],
  [/timeout/i, noAnswer],
];
