import picocolors from "picocolors";
import type { Io, OutputStream } from "./io.js";

export type Style = ReturnType<typeof picocolors.createColors>;

/** Colours for a stream: none unless it is a terminal, and none where `NO_COLOR` is set; `FORCE_COLOR` brings them back. */
export function styleOf(stream: OutputStream, env: Io["env"]): Style {
  return picocolors.createColors(hasColors(stream, env));
}

function hasColors(stream: OutputStream, env: Io["env"]): boolean {
  if (isSet(env["NO_COLOR"])) return false;
  if (isSet(env["FORCE_COLOR"])) return env["FORCE_COLOR"] !== "0";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

/** As the NO_COLOR convention has it: present and not empty. */
function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
