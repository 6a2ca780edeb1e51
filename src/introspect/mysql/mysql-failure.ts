import { Failure } from "../../diagnostics.js";
import { redactUrls } from "../../lang/redact-urls.js";

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
  const { code, errno, message } = toFacts(error);
  const known = findReason(code, errno, message);
  const reason = known?.reason ?? redactUrls(message).split("\n", 1)[0] ?? "";
  return new Failure(
    isStatementError(errno) ? "catalog" : "connection",
    `${engine}: ${doing} at "${address}": ${reason}`,
    { ...(known?.hint === undefined ? {} : { hint: known.hint }), cause: error },
  );
}

interface ErrorFacts {
  readonly code: string;
  /** The server's number; 0 for none, negative for the operating system's. */
  readonly errno: number;
  readonly message: string;
}

/** A host with several addresses fails with an `AggregateError`, whose own message is empty. */
function toFacts(error: unknown): ErrorFacts {
  if (error instanceof AggregateError && error.errors.length > 0) return toFacts(error.errors[0]);
  if (!(error instanceof Error)) return { code: "", errno: 0, message: String(error) };
  const code = "code" in error ? String(error.code) : "";
  return { code, errno: "errno" in error ? Number(error.errno) : 0, message: error.message };
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

interface KnownReason {
  /** Absent where the server's own words say it best. */
  readonly reason?: string;
  readonly hint?: string;
}

function findReason(code: string, errno: number, message: string): KnownReason | undefined {
  return (
    reasonsByNumber.get(errno) ??
    reasonsByCode.get(code) ??
    reasonsByMessage.find(([pattern]) => pattern.test(message))?.[1]
  );
}

const closed: KnownReason = { reason: "the server ended the connection" };
const silent: KnownReason = { reason: "no answer in time", hint: "correct host and port, or look for a firewall" };
const slow: KnownReason = {
  reason: "it took longer than the statement timeout",
  hint: "try again, or raise the timeout",
};
const unknownAuthority: KnownReason = { hint: "give the certificate of its authority in the option ssl.ca" };

/** https://dev.mysql.com/mysql-errors/8.4/server-error-reference.html and https://mariadb.com/kb/en/mariadb-error-code-reference/. */
const reasonsByNumber: ReadonlyMap<number, KnownReason> = new Map<number, KnownReason>([
  [1040, { hint: "try again when others have left" }],
  [1044, { hint: "correct the database's name, or grant the user a privilege on it" }],
  [1045, { hint: "correct user and password" }],
  [1049, { hint: "correct the database's name, or create it" }],
  [1053, closed],
  [1130, { hint: "allow the user from this host" }],
  [1698, { hint: "correct user and password" }],
  [1927, closed],
  [1969, slow],
  [3024, slow],
  [3159, { hint: "ask for TLS: ssl-mode=required" }],
]);

/** Codes of the operating system, of Node, and of mysql2. */
const reasonsByCode: ReadonlyMap<string, KnownReason> = new Map<string, KnownReason>([
  ["ECONNREFUSED", { reason: "no server listens there", hint: "start the server, or correct host and port" }],
  ["ENOTFOUND", { reason: "no host has that name", hint: "correct the host" }],
  ["EAI_AGAIN", { reason: "the host's name could not be looked up", hint: "correct the host, or try again" }],
  ["ENOENT", { reason: "there is no such socket or file", hint: "start the server, or correct the path" }],
  ["EHOSTUNREACH", { reason: "the host cannot be reached" }],
  ["ENETUNREACH", { reason: "the network cannot be reached" }],
  ["ETIMEDOUT", silent],
  ["ECONNRESET", closed],
  ["EPIPE", closed],
  ["PROTOCOL_CONNECTION_LOST", closed],
  ["HANDSHAKE_NO_SSL_SUPPORT", { reason: "the server does not speak TLS", hint: "leave out ssl and ssl-mode" }],
  ["SELF_SIGNED_CERT_IN_CHAIN", unknownAuthority],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", unknownAuthority],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", unknownAuthority],
  ["ERR_TLS_CERT_ALTNAME_INVALID", { hint: "use the host's name that stands in the certificate" }],
]);

/** What the driver says itself may come without a code (mysql2 3.24). */
const reasonsByMessage: readonly (readonly [RegExp, KnownReason])[] = [
  [/closed state|connection (?:lost|is closed)/i, closed],
  [/timeout/i, silent],
];
