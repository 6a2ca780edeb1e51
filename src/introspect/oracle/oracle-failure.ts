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
  readonly address: string;
  /** `connecting` where absent. */
  readonly doing?: string;
}

/** Says what kept a server from answering, in one sentence that holds no credential. */
export function toConnectionFailure(error: unknown, { address, doing = "connecting" }: Attempt): Failure {
  if (error instanceof Failure) return error;
  const { code, message } = toErrorFacts(error);
  const known = reasons.get(code) ?? findInMessage(message);
  return new Failure(
    doing !== "connecting" && isStatementError(code) ? "catalog" : "connection",
    `oracle: ${doing} at "${address}": ${toReasonText(known, message)}`,
    { ...(known?.hint === undefined ? {} : { hint: known.hint }), cause: error },
  );
}

/** Whether the server answered and refused the statement, or did not answer it in time. */
function isStatementError(code: string): boolean {
  return code.startsWith("ORA-") || code === "NJS-123";
}

/** The driver wraps the error of a socket into its own, whose text names it. */
function findInMessage(message: string): ConnectionReason | undefined {
  const codes = message.match(/\b(?:ORA-\d{5}|[A-Z]+(?:_[A-Z]+)*)\b/g) ?? [];
  const found = codes.find((code) => reasons.has(code));
  return found === undefined ? undefined : reasons.get(found);
}

const wrongLogin: ConnectionReason = { reason: "user or password is wrong", hint: "correct user and password" };
const unknownService: ConnectionReason = {
  reason: "the listener knows no such service",
  hint: "correct the service name, or give the SID: oracle://user@host:1521/?sid=…",
};
const certificateHint = "give the certificate of its authority: walletLocation, the folder of an ewallet.pem";

/** ORA-: https://docs.oracle.com/en/error-help/db/; NJS-: the errors of node-oracledb 26. */
const reasons: ReadonlyMap<string, ConnectionReason> = new Map<string, ConnectionReason>([
  ...socketReasons,
  ...certificateReasons(certificateHint),
  ["ORA-01017", wrongLogin],
  ["ORA-28000", { reason: "the account is locked", hint: "unlock the account" }],
  ["ORA-28001", { reason: "the password has expired", hint: "give the account a new password" }],
  ["ORA-01013", statementTooSlow],
  ["ORA-12514", unknownService],
  ["ORA-12505", unknownService],
  ["NJS-101", { hint: "give user and password, or externalAuth with a wallet or a token" }],
  ["NJS-116", { hint: "give the account a password of a newer verifier (11G or 12C)" }],
  ["NJS-123", statementTooSlow],
  ["NJS-138", { reason: "the server is too old for the driver's thin mode", hint: "use Oracle 12.1 or later" }],
  ["NJS-500", connectionClosed],
  ["NJS-501", connectionClosed],
  ["NJS-506", { hint: certificateHint }],
  ["NJS-507", { hint: "correct sslServerCertDN, or leave out sslServerDNMatch" }],
  ["NJS-508", { hint: "use the host's name that stands in the certificate" }],
  ["NJS-510", noAnswer],
  ["NJS-517", { hint: "correct the alias, or configDir" }],
  ["NJS-518", unknownService],
  ["NJS-519", { reason: "the listener knows no such SID", hint: "correct the SID, or give a service name" }],
  ["NJS-520", { hint: "correct configDir" }],
  ["NJS-521", connectionClosed],
  ["NJS-530", { reason: "no host has that name", hint: "correct the host" }],
  ["NJS-533", { hint: "the server wants its native network encryption, which thin mode has not: use TLS" }],
]);
