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

/** Says what kept a server from answering, in one sentence that holds no credential. `doing` says what was going on. */
export function toConnectionFailure(error: unknown, address: string, doing = "connecting"): Failure {
  if (error instanceof Failure) return error;
  const facts = toDriverFacts(error);
  const known = findReason(facts);
  const reason = toReasonText(known, facts.message);
  return new Failure(
    isStatementError(facts) ? "catalog" : "connection",
    `sqlserver: ${doing} at "${address}": ${reason}`,
    {
      ...(known?.hint === undefined ? {} : { hint: known.hint }),
      cause: error,
    },
  );
}

/** What an error says, those that it wraps included. */
interface DriverFacts {
  /** The outermost first. */
  readonly codes: readonly string[];
  /** The server's number; 0 for none. */
  readonly number: number;
  readonly message: string;
}

/** mssql wraps the errors of tedious (`originalError`), and these wrap those of sockets and of TLS (`cause`). */
function toDriverFacts(error: unknown): DriverFacts {
  const chain = toChain(error).map((link) => ({ ...toErrorFacts(link), number: numberOf(link) }));
  const told = chain.find(({ number }) => number > 0) ?? chain.find(({ message }) => message !== "");
  return {
    codes: chain.map(({ code }) => code),
    number: told?.number ?? 0,
    message: told?.message ?? "",
  };
}

function toChain(error: unknown, length = 0): readonly unknown[] {
  if (error === undefined || error === null || length > 5) return [];
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : innerOf(error);
  return [error, ...toChain(inner, length + 1)];
}

function innerOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  const original: unknown = "originalError" in error ? error.originalError : undefined;
  return original ?? error.cause;
}

function numberOf(error: unknown): number {
  if (!(error instanceof Error)) return 0;
  if ("number" in error && typeof error.number === "number") return error.number;
  // What came with a refused login stands in `info`, where a request's error has it itself.
  const info: unknown = "info" in error ? error.info : undefined;
  return info instanceof Error || (typeof info === "object" && info !== null) ? numberIn(info) : 0;
}

function numberIn(info: object): number {
  return "number" in info && typeof info.number === "number" ? info.number : 0;
}

/** Whether the server answered and refused the statement. */
function isStatementError({ codes, number }: DriverFacts): boolean {
  return codes.includes("EREQUEST") && !connectionErrors.has(number) && !codes.includes("ESOCKET");
}

/** Refused logins and databases, hosts out of reach, and the limits of Azure SQL: https://learn.microsoft.com/en-us/azure/azure-sql/database/troubleshoot-common-errors-issues. */
const connectionErrors: ReadonlySet<number> = new Set([
  4060, 18452, 18456, 18461, 18470, 18486, 18487, 18488, 10928, 10929, 40197, 40501, 40532, 40613, 40615, 42108, 47073,
]);

function findReason({ codes, number, message }: DriverFacts): ConnectionReason | undefined {
  const byMessage = reasonsByMessage.find(([pattern]) => pattern.test(message))?.[1];
  // The innermost code is the most exact one.
  const byCode = codes.toReversed().flatMap((code) => reasonsByCode.get(code) ?? [])[0];
  return (
    reasonsByNumber.get(number) ?? byCode ?? byMessage ?? codes.flatMap((code) => driverReasons.get(code) ?? [])[0]
  );
}

const correctLogin: ConnectionReason = { hint: "correct user, password and the form of authentication" };
const tryAgain: ConnectionReason = { hint: "try again in a while" };
const schemaChanged: ConnectionReason = { reason: "the schema was changed while it was read", hint: "try again" };

/** https://learn.microsoft.com/en-us/sql/relational-databases/errors-events/database-engine-events-and-errors. */
const reasonsByNumber: ReadonlyMap<number, ConnectionReason> = new Map<number, ConnectionReason>([
  [4060, { hint: "correct the database's name, create it, or make the login a user of it" }],
  [18452, correctLogin],
  [18456, correctLogin],
  [18470, { hint: "enable the login" }],
  [18486, { hint: "unlock the login" }],
  [18487, { hint: "give the login a new password" }],
  [18488, { hint: "give the login a new password" }],
  [40613, tryAgain],
  [40501, tryAgain],
  [40197, tryAgain],
  [10928, tryAgain],
  [10929, tryAgain],
  [42108, tryAgain],
  [40615, { hint: "let the client's address through the server's firewall" }],
  [47073, { hint: "allow public access to the server, or connect by its private endpoint" }],
  [1222, { reason: "another session held a lock for longer than the statement timeout", hint: "try again" }],
  [3960, schemaChanged],
  [3961, schemaChanged],
  [1205, { hint: "try again" }],
]);

const certificateHint =
  "add trustServerCertificate=true to the URL if that is acceptable (anyone could then stand in for the server), or let Node trust its authority: NODE_EXTRA_CA_CERTS=FILE";

const reasonsByCode: ReadonlyMap<string, ConnectionReason> = new Map<string, ConnectionReason>([
  ...socketReasons,
  ...certificateReasons(certificateHint),
  ["CERT_HAS_EXPIRED", { hint: certificateHint }],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", { hint: certificateHint }],
  ["UNABLE_TO_GET_ISSUER_CERT", { hint: certificateHint }],
  [
    "ERR_TLS_CERT_ALTNAME_INVALID",
    { hint: `use the host's name that stands in the certificate, or ${certificateHint}` },
  ],
]);

/** What the driver says in words of its own (tedious 19, mssql 12). */
const reasonsByMessage: readonly (readonly [RegExp, ConnectionReason])[] = [
  [/self[- ]signed certificate|unable to verify|certificate/i, { hint: certificateHint }],
  [/requires? encryption/i, { reason: "the server asks for TLS", hint: "add encrypt=true to the URL" }],
  [
    /does not support encryption|not support encryption/i,
    { reason: "the server does not speak TLS", hint: "add encrypt=false to the URL" },
  ],
  [
    /wrong version number|ssl3_get_record|packet length too long/i,
    { hint: "the server may want encrypt=strict, or encrypt=false" },
  ],
  [/ended without ever completing|connection lost|socket hang up/i, connectionClosed],
];

/** The driver's own codes, where nothing more exact was told. */
const driverReasons: ReadonlyMap<string, ConnectionReason> = new Map<string, ConnectionReason>([
  ["ETIMEOUT", noAnswer],
  ["ECONNCLOSED", connectionClosed],
  ["ELOGIN", correctLogin],
  ["EINSTLOOKUP", { hint: "correct the instance's name, start SQL Server Browser, or give the port" }],
]);

/** The reason of a statement that took too long: the driver's own code for it is that of a connection that nobody answers. */
export function isStatementTimeout(error: unknown): boolean {
  return toDriverFacts(error).codes.includes("ETIMEOUT");
}

/** A statement that took longer than it may. */
export function toTimeoutFailure(error: unknown, address: string, doing: string): Failure {
  return new Failure("catalog", `sqlserver: ${doing} at "${address}": ${toReasonText(statementTooSlow, "")}`, {
    ...(statementTooSlow.hint === undefined ? {} : { hint: statementTooSlow.hint }),
    cause: error,
  });
}
