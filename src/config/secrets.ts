import { redactUrls } from "../lang/redact-urls.js";

/** The secrets that a run has met, so that no message of it, whoever wrote the message, can show one. */
export interface Secrets {
  add(secret: string): void;
  /** The text with every secret hidden. */
  redact(text: string): string;
}

export function createSecrets(): Secrets {
  const known = new Set<string>();
  return {
    add: (secret) => {
      if (secret === "") return;
      known.add(secret);
      known.add(encodeURIComponent(secret));
    },
    redact: (text) =>
      [...known].sort(longerFirst).reduce((shown, secret) => shown.replaceAll(secret, "***"), redactUrls(text)),
  };
}

/** A secret that holds another one goes first, or its rest would stay. */
function longerFirst(left: string, right: string): number {
  return right.length - left.length;
}
