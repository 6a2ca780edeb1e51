import { Failure } from "../../diagnostics.js";
import { redactUrls } from "../../lang/redact-urls.js";

/**
 * Says what kept a server from answering, in one sentence that holds no credential. `address` is null where the connection's own description is what is
 * wrong.
 */
export function toConnectionFailure(error: unknown, address: string | null, doing = "connecting"): Failure {
  if (error instanceof Failure) return error;
  const { code, message } = toFacts(error);
  const subject = address === null ? `postgresql: ${doing}` : `postgresql: ${doing} at "${address}"`;
  const known = code === null ? undefined : knownReasons.get(code);
  const kind = code !== null && isStatementError(code) ? "catalog" : "connection";
  const text = `${subject}: ${reasonOf(code, message)}`;
  return new Failure(kind, text, known?.hint === undefined ? {} : { hint: known.hint });
}

interface KnownReason {
  /** Absent where the server's own words say it best. */
  readonly reason?: string;
  readonly hint?: string;
}

/** Codes of the operating system and of the server (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const knownReasons: ReadonlyMap<string, KnownReason> = new Map<string, KnownReason>([
  ["ECONNREFUSED", { reason: "no server listens there", hint: "start the server, or correct host and port" }],
  ["ENOTFOUND", { reason: "no host has that name", hint: "correct the host" }],
  ["EAI_AGAIN", { reason: "the host's name could not be looked up", hint: "correct the host, or try again" }],
  ["ENOENT", { reason: "there is no such socket", hint: "start the server, or correct the socket's folder" }],
  ["EHOSTUNREACH", { reason: "the host cannot be reached" }],
  ["ENETUNREACH", { reason: "the network cannot be reached" }],
  ["ETIMEDOUT", { reason: "no answer in time", hint: "correct host and port, or look for a firewall" }],
  ["ECONNRESET", { reason: "the server closed the connection" }],
  ["EPIPE", { reason: "the server closed the connection" }],
  ["28P01", { hint: "correct user and password" }],
  ["28000", { hint: "correct the user, or the server's pg_hba.conf" }],
  ["3D000", { hint: "correct the database's name, or create it" }],
  ["57014", { reason: "the server took longer than the statement timeout", hint: "try again, or raise the timeout" }],
  ["57P01", { reason: "the server was shut down" }],
  ["SELF_SIGNED_CERT_IN_CHAIN", { hint: "give the certificate of the authority: sslrootcert=FILE" }],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", { hint: "give the server's certificate: sslrootcert=FILE" }],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", { hint: "give the certificate of the authority: sslrootcert=FILE" }],
  ["ERR_TLS_CERT_ALTNAME_INVALID", { hint: "use the host's name that stands in the certificate" }],
]);

function reasonOf(code: string | null, message: string): string {
  const known = code === null ? undefined : knownReasons.get(code);
  if (known?.reason !== undefined) return known.reason;
  return redactUrls(message).split("\n", 1)[0] ?? "";
}

/**
 * Whether the server answered and refused the statement. Classes 08 (connection), 28 (authorization), 3D (database), 53 (resources) and 57P
 * (shut down) are about the connection.
 */
function isStatementError(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code) && !/^(08|28|3D|53|57P|E)/.test(code);
}

/** A host with several addresses fails with an `AggregateError`, whose own message is empty. */
function toFacts(error: unknown): { readonly code: string | null; readonly message: string } {
  if (error instanceof AggregateError && error.errors.length > 0) return toFacts(error.errors[0]);
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
  return { code, message };
}
