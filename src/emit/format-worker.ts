import { parentPort, workerData } from "node:worker_threads";
import { formatText, type FormatTask } from "./format-text.js";
import { importPrettier } from "./load-prettier.js";

/** What a thread is started with; it answers with one text for each task. */
export interface FormatWork {
  readonly url: string;
  readonly ignorePath: string;
  readonly tasks: readonly FormatTask[];
}

const work = workerData as FormatWork;
const prettier = await importPrettier(work.url);
const texts: string[] = [];
for (const task of work.tasks) texts.push(await formatText(prettier, task, work.ignorePath));
parentPort?.postMessage(texts);
