import { redactUrls } from "../lang/redact-urls.js";

/** What an error says of a server that did not answer, or did not answer as wanted. */
export interface ErrorFacts {
  /** The operating system's, Node's, the driver's or the server's code; "" for none. */
  readonly code: string;
  /** The server's number; 0 for none, negative for the operating system's. */
  readonly errno: number;
  readonly message: string;
}

/** Why a server could not be had, in the user's terms. */
export interface ConnectionReason {
  /** Absent where the error's own words say it best. */
  readonly reason?: string;
  /** What the user can do; absent where there is nothing to say. */
  readonly hint?: string;
}

/** A host with several addresses fails with an `AggregateError`, whose own message is empty. */
export function toErrorFacts(error: unknown): ErrorFacts {
  if (error instanceof AggregateError && error.errors.length > 0) return toErrorFacts(error.errors[0]);
  if (!(error instanceof Error)) return { code: "", errno: 0, message: String(error) };
  const code = "code" in error ? String(error.code) : "";
  return { code, errno: "errno" in error ? Number(error.errno) : 0, message: error.message };
}

/** The reason in one line that holds no credential: the known one, or else the error's own words. */
export function toReasonText(known: ConnectionReason | undefined, message: string): string {
  return known?.reason ?? redactUrls(message).split("\n", 1)[0] ?? "";
}

export const connectionClosed: ConnectionReason = { reason: "the server ended the connection" };

export const noAnswer: ConnectionReason = {
  reason: "no answer in time",
  hint: "correct host and port, or look for a firewall",
};

export const statementTooSlow: ConnectionReason = {
  reason: "it took longer than the statement timeout",
  hint: "try again, or raise the timeout",
};

/** Reasons by the codes of the operating system and of Node's sockets, on the way to any server. */
export const socketReasons: readonly (readonly [code: string, reason: ConnectionReason])[] = [
  ["ECONNREFUSED", { reason: "no server listens there", hint: "start the server, or correct host and port" }],
  ["ENOTFOUND", { reason: "no host has that name", hint: "correct the host" }],
  ["EAI_AGAIN", { reason: "the host's name could not be looked up", hint: "correct the host, or try again" }],
  ["ENOENT", { reason: "there is no such socket or file", hint: "start the server, or correct the path" }],
  ["EHOSTUNREACH", { reason: "the host cannot be reached" }],
  ["ENETUNREACH", { reason: "the network cannot be reached" }],
  ["ETIMEDOUT", noAnswer],
  ["ECONNRESET", connectionClosed],
  ["EPIPE", connectionClosed],
];

/** Reasons by the codes of Node's TLS. `hint` says how the engine is told of the authority that signed the server's certificate. */
export function certificateReasons(hint: string): readonly (readonly [code: string, reason: ConnectionReason])[] {
  return [
    ["SELF_SIGNED_CERT_IN_CHAIN", { hint }],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", { hint }],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", { hint }],
    ["ERR_TLS_CERT_ALTNAME_INVALID", { hint: "use the host's name that stands in the certificate" }],
  ];
}
