import { join } from "node:path";
import type { PlanOptions } from "../../emit/plan/plan-options.js";
import type { DatabaseModel } from "../../model/database-model.js";
import type { Database } from "../../runtime/database.js";
import type { Executor } from "../../runtime/executor.js";
import type { ComplianceContext } from "../compliance-context.js";
import { generateText } from "./generate-text.js";
import { loadModule } from "./load-module.js";
import type { ShopRepository } from "./shop.js";

/** The generated class of a case's own database: its repositories by name, and its routines. */
export type GeneratedDatabase = Database & Readonly<Record<string, ShopRepository | undefined>>;

export interface GeneratedRun {
  /** `probe` in the configuration: the class is `ProbeDatabase`. */
  readonly name: string;
  readonly model: DatabaseModel;
  readonly options?: Partial<PlanOptions>;
}

/** Generates the module of the case's database, and works with it on that database. */
export async function withGenerated(
  context: ComplianceContext,
  { name, model, options }: GeneratedRun,
  work: (db: GeneratedDatabase) => Promise<void>,
): Promise<void> {
  const files = await generateText(model, { ...options, name });
  const module = await loadModule(join(context.folder, name), files);
  const Class = module[`${name.charAt(0).toUpperCase()}${name.slice(1)}Database`];
  const executor = await context.dialect.openExecutor((await context.database()).target);
  try {
    await work(new (Class as new (executor: Executor) => GeneratedDatabase)(executor));
  } finally {
    await executor.close();
  }
}

/** Calls a routine by the name of its method. */
export async function callRoutine(db: GeneratedDatabase, name: string, parameters: object): Promise<unknown> {
  const { routines } = db as unknown as { readonly routines: Readonly<Record<string, Method | undefined>> };
  const method = routines[name];
  if (method === undefined) throw new Error(`there is no routine ${name}`);
  return method.call(routines, parameters);
}

type Method = (parameters: object) => Promise<unknown>;
