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

/**
 * Says what kept a server from answering, in one sentence that holds no credential. `address` is null where the connection's own description is what is
 * wrong; `doing` says what was going on.
 */
export function toConnectionFailure(error: unknown, address: string | null, doing = "connecting"): Failure {
  if (error instanceof Failure) return error;
  const { code, message } = toErrorFacts(error);
  const subject = address === null ? `postgresql: ${doing}` : `postgresql: ${doing} at "${address}"`;
  const known = findReason(code, message);
  return new Failure(isStatementError(code) ? "catalog" : "connection", `${subject}: ${toReasonText(known, message)}`, {
    ...(known?.hint === undefined ? {} : { hint: known.hint }),
    // The error of an invalid URL holds the URL, password and all.
    ...(address === null ? {} : { cause: error }),
  });
}

/**
 * Whether the server answered and refused the statement. Classes 08 (connection), 28 (authorization), 3D (database), 53 (resources) and 57P
 * (shut down) are about the connection; codes that start with E and a letter are the operating system's.
 */
function isStatementError(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code) && !/^(08|28|3D|53|57P|E[A-Z])/.test(code);
}

function findReason(code: string, message: string): ConnectionReason | undefined {
  return reasonsByCode.get(code) ?? reasonsByMessage.find(([pattern]) => pattern.test(message))?.[1];
}

/** Codes of the operating system, of Node, and of the server (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const reasonsByCode: ReadonlyMap<string, ConnectionReason> = new Map<string, ConnectionReason>([
  ...socketReasons,
  ...certificateReasons("give the certificate of its authority: sslrootcert=FILE"),
  ["ERR_INVALID_URL", { reason: "the URL is not valid", hint: "percent-encode what is special in user and password" }],
  ["28P01", { hint: "correct user and password" }],
  ["28000", { hint: "correct the user, or the server's pg_hba.conf" }],
  ["3D000", { hint: "correct the database's name, or create it" }],
  ["53300", { hint: "try again when others have left" }],
  ["57014", statementTooSlow],
  ["57P01", connectionClosed],
  ["57P03", { hint: "try again when the server is up" }],
]);

/** What the driver says itself comes without a code (pg 8), and what the server did not expect with a code for all (XX000). */
const reasonsByMessage: readonly (readonly [RegExp, ConnectionReason])[] = [
  [/timeout/i, noAnswer],
  // The transaction sees one moment, but functions that print definitions see what is there now.
  [
    /^cache lookup failed|^could not open relation with OID/,
    { reason: "the schema was changed while it was read", hint: "try again" },
  ],
  [/^Connection terminated|^Client has encountered a connection error/, connectionClosed],
  [/does not support SSL/, { reason: "the server does not speak TLS", hint: "leave out sslmode and ssl" }],
  [
    /password must be a/,
    { reason: "the server asks for a password", hint: "put it into the URL, into PGPASSWORD or into ~/.pgpass" },
  ],
];
