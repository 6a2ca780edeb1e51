import { extname, resolve } from "node:path";
import { parseUrlFlag } from "../../config/parse-url-flag.js";
import { isDialectPackage } from "../../dialect/dialect-package.js";
import { Failure } from "../../diagnostics.js";
import type { ConnectionTarget } from "../../introspect/inspector.js";
import { readDatabase } from "../../introspect/read-database.js";
import type { DatabaseModel } from "../../model/database-model.js";
import { diffModels, type Change } from "../../model/diff-models.js";
import type { RunContext } from "../../run/run-context.js";
import { loadSnapshot } from "../../run/snapshot-file.js";
import { exitCodes } from "../exit-code.js";
import type { Flags } from "../flags.js";
import { count } from "../report/count.js";
import { printChanges } from "../report/print-changes.js";
import type { Command, Session } from "../session.js";
import { withProgress } from "../with-progress.js";

/** `tablewright diff BEFORE AFTER`: what changed between two models. */
export const diff: Command = async (session) => {
  const { flags, operands, printer } = session;
  const [before, after] = await withProgress(session, flags.quiet === true, (context) =>
    Promise.all([readOperand(operands[0] ?? "", session, context), readOperand(operands[1] ?? "", session, context)]),
  );
  const changes = diffModels(before, after);
  const breaking = changes.filter((change) => change.breaking).length;
  if (flags.json === true)
    printer.result(JSON.stringify({ ok: true, exitCode: exitCodes.done, breaking, changes }, null, 2));
  else printer.result([...printChanges(changes, printer.style), summary(changes, breaking)].join("\n"));
  return exitCodes.done;
};

/** A file whose name ends in .json is a snapshot; everything else is a URL or a SQLite file. */
async function readOperand(operand: string, session: Session, context: RunContext): Promise<DatabaseModel> {
  if (extname(operand) === ".json") return readSnapshot(resolve(session.io.cwd, operand));
  const { target, dialect, name, password } = await parseUrlFlag(operand, session.flags.dialect, session.io.cwd);
  if (password !== null) session.secrets.add(password);
  const onProgress = (what: string): void => context.onProgress(name, what);
  const open = isDialectPackage(dialect) ? { open: (given: ConnectionTarget) => dialect.openInspector(given) } : {};
  const options = { onProgress, ...open, ...timeoutOf(session.flags) };
  return (await readDatabase(target, scopeOf(session.flags), options)).model;
}

async function readSnapshot(file: string): Promise<DatabaseModel> {
  const model = await loadSnapshot(file);
  if (model === null) throw new Failure("usage", `snapshot: loading "${file}": there is no such file`);
  return model;
}

function scopeOf({ schemas, include, exclude }: Flags): Parameters<typeof readDatabase>[1] {
  return { schemas: schemas ?? null, include: include ?? [], exclude: exclude ?? [] };
}

function timeoutOf({ timeout }: Flags): { readonly statementTimeoutMs?: number } {
  return timeout === undefined ? {} : { statementTimeoutMs: timeout };
}

function summary(changes: readonly Change[], breaking: number): string {
  return changes.length === 0 ? "no changes" : `${count(changes.length, "change")}, ${breaking} breaking`;
}
