import { Failure } from "../../diagnostics.js";
import { redactUrls } from "../../lang/redact-urls.js";

/**
 * Says what kept a server from answering, in one sentence that holds no credential. `address` is null where the connection's own description is what is
 * wrong; `doing` says what was going on.
 */
export function toConnectionFailure(error: unknown, address: string | null, doing = "connecting"): Failure {
  if (error instanceof Failure) return error;
  const { code, message } = toFacts(error);
  const subject = address === null ? `postgresql: ${doing}` : `postgresql: ${doing} at "${address}"`;
  const known = findReason(code, message);
  const reason = known?.reason ?? redactUrls(message).split("\n", 1)[0] ?? "";
  return new Failure(isStatementError(code) ? "catalog" : "connection", `${subject}: ${reason}`, {
    ...(known?.hint === undefined ? {} : { hint: known.hint }),
    // The error of an invalid URL holds the URL, password and all.
    ...(address === null ? {} : { cause: error }),
  });
}

/** A host with several addresses fails with an `AggregateError`, whose own message is empty. */
function toFacts(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof AggregateError && error.errors.length > 0) return toFacts(error.errors[0]);
  const message = error instanceof Error ? error.message : String(error);
  return { code: error instanceof Error && "code" in error ? String(error.code) : "", message };
}

/**
 * Whether the server answered and refused the statement. Classes 08 (connection), 28 (authorization), 3D (database), 53 (resources) and 57P
 * (shut down) are about the connection; codes that start with E and a letter are the operating system's.
 */
function isStatementError(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code) && !/^(08|28|3D|53|57P|E[A-Z])/.test(code);
}

interface KnownReason {
  /** Absent where the server's own words say it best. */
  readonly reason?: string;
  readonly hint?: string;
}

function findReason(code: string, message: string): KnownReason | undefined {
  return reasonsByCode.get(code) ?? reasonsByMessage.find(([pattern]) => pattern.test(message))?.[1];
}

const closed: KnownReason = { reason: "the server ended the connection" };
const silent: KnownReason = { reason: "no answer in time", hint: "correct host and port, or look for a firewall" };
const unknownAuthority: KnownReason = { hint: "give the certificate of its authority: sslrootcert=FILE" };

/** Codes of the operating system, of Node, and of the server (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
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
  ["ERR_INVALID_URL", { reason: "the URL is not valid", hint: "percent-encode what is special in user and password" }],
  ["28P01", { hint: "correct user and password" }],
  ["28000", { hint: "correct the user, or the server's pg_hba.conf" }],
  ["3D000", { hint: "correct the database's name, or create it" }],
  ["53300", { hint: "try again when others have left" }],
  ["57014", { reason: "it took longer than the statement timeout", hint: "try again, or raise the timeout" }],
  ["57P01", closed],
  ["57P03", { hint: "try again when the server is up" }],
  ["SELF_SIGNED_CERT_IN_CHAIN", unknownAuthority],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", unknownAuthority],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", unknownAuthority],
  ["ERR_TLS_CERT_ALTNAME_INVALID", { hint: "use the host's name that stands in the certificate" }],
]);

/** What the driver says itself comes without a code (pg 8), and what the server did not expect with a code for all (XX000). */
const reasonsByMessage: readonly (readonly [RegExp, KnownReason])[] = [
  [/timeout/i, silent],
  // The transaction sees one moment, but functions that print definitions see what is there now.
  [
    /^cache lookup failed|^could not open relation with OID/,
    { reason: "the schema was changed while it was read", hint: "try again" },
  ],
  [/^Connection terminated|^Client has encountered a connection error/, closed],
  [/does not support SSL/, { reason: "the server does not speak TLS", hint: "leave out sslmode and ssl" }],
  [
    /password must be a/,
    { reason: "the server asks for a password", hint: "put it into the URL, into PGPASSWORD or into ~/.pgpass" },
  ],
];
