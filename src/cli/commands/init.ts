import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { configNames } from "../../config/load-config.js";
import { Failure } from "../../diagnostics.js";
import { reasonOf } from "../../lang/reason-of.js";
import { exitCodes } from "../exit-code.js";
import { addScripts } from "../init/add-scripts.js";
import { loadPackage } from "../init/load-package.js";
import { planConfig, printConfig, type ConfigPlan } from "../init/plan-config.js";
import type { Command, Session } from "../session.js";

/** `tablewright init`: writes a configuration and npm scripts for the project in the working directory. */
export const init: Command = async (session) => {
  const { flags, io, printer } = session;
  refuseToOverwrite(io.cwd, flags.force === true);
  const manifest = loadPackage(io.cwd);
  const plan = await planConfig(session, manifest);
  writeConfig(join(io.cwd, configName), printConfig(plan));
  const scripts = manifest === null ? { added: [], taken: [] } : addScripts(manifest);
  if (flags.json === true)
    printer.result(
      JSON.stringify({ ok: true, exitCode: exitCodes.done, config: configName, ...plan, scripts }, null, 2),
    );
  else if (flags.quiet !== true) report(session, plan, scripts);
  return exitCodes.done;
};

const configName = "tablewright.config.ts";

/** A configuration under another name stays in the way: two would contradict each other. */
function refuseToOverwrite(directory: string, force: boolean): void {
  const found = configNames.find((name) => existsSync(join(directory, name)) && !(force && name === configName));
  if (found === undefined) return;
  const hint = found === configName ? "give --force to replace it" : "remove it first";
  throw new Failure("output", `init: writing "${configName}": "${found}" is there already`, { hint });
}

function writeConfig(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new Failure("output", `init: writing "${file}": ${reasonOf(error)}`, { cause: error });
  }
}

interface Scripts {
  readonly added: readonly string[];
  readonly taken: readonly string[];
}

function report({ printer }: Session, plan: ConfigPlan, { added, taken }: Scripts): void {
  const { bold, dim, green } = printer.style;
  const next = [
    ...(plan.missingDriver === null ? [] : [`npm install ${plan.missingDriver}`]),
    ...(plan.missingVariable === null ? [] : [`set ${plan.missingVariable}, in the environment or in .env`]),
    "npx tablewright generate",
  ];
  printer.result(
    [
      `${green("wrote")} ${bold(configName)}  ${dim(`(${plan.name}, into ${plan.out})`)}`,
      ...added.map((name) => `${green("added")} the script ${bold(name)} to package.json`),
      ...taken.map((name) => `${dim("kept")}  the script ${bold(name)} of package.json, which is another one`),
      "",
      "Next:",
      ...next.map((step) => `  ${step}`),
    ].join("\n"),
  );
}
