import type { FlagName } from "./flags.js";

interface CommandSpec {
  readonly describe: string;
  readonly flags: readonly FlagName[];
  /** Names of what stands after the command's name. */
  readonly operands: readonly string[];
}

const source = ["config", "database", "url", "dialect", "name", "schemas", "include", "exclude", "timeout"] as const;
const output = [
  "out",
  "snapshot",
  "templates",
  "import-suffix",
  "format",
  "verify",
  "strict",
  "respect-privileges",
] as const;
const run = ["json", "quiet", "verbose"] as const;

/** Every command, with the flags it takes. */
export const commandSpecs = {
  init: {
    describe: "write a configuration for this project",
    flags: ["url", "dialect", "out", "name", "force", ...run],
    operands: [],
  },
  generate: {
    describe: "read databases and write their modules",
    flags: [...source, "from", ...output, "dry-run", "watch", "interval", ...run],
    operands: [],
  },
  check: {
    describe: "say whether the modules are up to date, writing nothing",
    flags: [...source, "from", ...output, ...run],
    operands: [],
  },
  pull: {
    describe: "read databases and write only their snapshots",
    flags: [...source, "out", "snapshot", "strict", "dry-run", ...run],
    operands: [],
  },
  inspect: { describe: "show what is in a database", flags: [...source, "from", "table", ...run], operands: [] },
  diff: {
    describe: "compare two models, each a snapshot or a URL",
    flags: ["dialect", "schemas", "include", "exclude", "timeout", ...run],
    operands: ["before", "after"],
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandName = keyof typeof commandSpecs;

export const commandNames = Object.keys(commandSpecs) as readonly CommandName[];
