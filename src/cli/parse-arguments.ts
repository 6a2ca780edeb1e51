import yargs, { type Argv } from "yargs";
import { Failure } from "../diagnostics.js";
import { suggestion } from "../lang/nearest-name.js";
import { commandNames, commandSpecs, type CommandName } from "./command-specs.js";
import { aliasesOf, flagSpecs, toFlags, type FlagName, type Flags } from "./flags.js";

/** What the arguments ask for. */
export type Parsed = ParsedCommand | HelpText;

export interface ParsedCommand {
  readonly kind: "command";
  readonly command: CommandName;
  readonly flags: Flags;
  readonly operands: readonly string[];
}

/** A text to show: help or the version, asked for; or help because nothing was asked for. */
export interface HelpText {
  readonly kind: "help" | "nothing";
  readonly text: string;
}

export interface ParseOptions {
  readonly version: string;
  /** How wide help may be. */
  readonly columns: number;
}

/** Reads the command line by yargs; prints nothing and never ends the process. What cannot be understood is a `Failure`. */
export async function parseArguments(args: readonly string[], options: ParseOptions): Promise<Parsed> {
  let help = "";
  const parser = createParser(options);
  const argv = await parser.parseAsync(args, {}, (_error, _argv, text) => {
    help = text;
  });
  if (help !== "") return { kind: "help", text: `${help}\n` };
  const [name, ...operands] = argv._.map(String);
  if (name === undefined) return { kind: "nothing", text: `${await parser.getHelp()}\n` };
  if (!isCommandName(name)) throw unknownCommand(name);
  const spec = commandSpecs[name];
  return { kind: "command", command: name, flags: toFlags(argv, spec.flags), operands: checkOperands(name, operands) };
}

function createParser(options: ParseOptions): Argv {
  const parser = yargs()
    .scriptName("tablewright")
    .usage("$0 <command>\n\nReads a live database's catalog and writes a typed data-access module for it.")
    .parserConfiguration({
      "camel-case-expansion": false,
      "dot-notation": false,
      "parse-positional-numbers": false,
    })
    .locale("en")
    .version(options.version)
    .help()
    .alias("help", "h")
    .wrap(Math.min(options.columns, 110))
    .exitProcess(false)
    .fail((message) => {
      throw toFailure(message);
    });
  return commandNames.reduce((all, name) => addCommand(all, name), parser);
}

function addCommand(parser: Argv, name: CommandName): Argv {
  const spec = commandSpecs[name];
  const usage = [name, ...spec.operands].join(" ");
  return parser.command(name, spec.describe, (command) =>
    spec.flags.reduce<Argv>((one, flag) => addFlag(one, flag), command.usage(`$0 ${usage}\n\n${spec.describe}`)),
  );
}

function addFlag(command: Argv, name: FlagName): Argv {
  const spec = flagSpecs[name];
  const type = { boolean: "boolean", text: "string", list: "string", number: "number" } as const;
  return command.option(name, {
    describe: spec.describe,
    group: spec.group,
    alias: [...aliasesOf(name)],
    type: type[spec.kind],
    array: spec.kind === "list",
    requiresArg: spec.kind !== "boolean",
  });
}

/** yargs itself refuses only a flag whose value is missing. */
function toFailure(message: string): Failure {
  const flag = /following: (.+)$/.exec(message)?.[1];
  return new Failure(
    "usage",
    flag === undefined
      ? `flags: reading the command line: ${message}`
      : `flags: reading "--${flag}": a value is missing`,
    flag === undefined ? {} : { hint: `a value that begins with "-" is given as --${flag}=-value` },
  );
}

function isCommandName(name: string): name is CommandName {
  return commandNames.some((known) => known === name);
}

function unknownCommand(name: string): Failure {
  return new Failure("usage", `command: reading "${name}": there is no such command${suggestion(name, commandNames)}`, {
    hint: `there are ${commandNames.join(", ")}`,
  });
}

function checkOperands(name: CommandName, operands: readonly string[]): readonly string[] {
  const expected: readonly string[] = commandSpecs[name].operands;
  const extra = operands[expected.length];
  if (extra !== undefined) throw new Failure("usage", `command: reading "${extra}": ${name} takes no such argument`);
  const missing = expected[operands.length];
  if (missing !== undefined) throw new Failure("usage", `command: reading the command line: ${name} needs ${missing}`);
  return operands;
}
