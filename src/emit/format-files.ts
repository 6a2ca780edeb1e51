import { once } from "node:events";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { Failure } from "../diagnostics.js";
import { compareCodePoints } from "../lang/compare-code-points.js";
import { formatText, type FormatTask } from "./format-text.js";
import type { FormatWork } from "./format-worker.js";
import { loadPrettier, type LoadedPrettier } from "./load-prettier.js";
import { hashText } from "./manifest.js";
import { loadText, openOutputFolder, type OutputFolder } from "./output-folder.js";
import type { RenderedFile } from "./rendered-file.js";

/** A module after Prettier. */
export interface FormattedFiles {
  readonly files: readonly RenderedFile[];
  /** Path to the hash of the text before Prettier, for the manifest: a file that renders alike next time need not be formatted again. */
  readonly rendered: Readonly<Record<string, string>>;
  /** Stands for Prettier's version and configuration. */
  readonly settings: string;
}

/**
 * Sends a module's code through the Prettier of the user's project, with the configuration that it finds for each file. Files that have not changed since they
 * were written are taken from the disk.
 */
export async function formatFiles(
  path: string,
  files: readonly RenderedFile[],
  ignorePath: string,
): Promise<FormattedFiles> {
  const [folder, loaded] = await Promise.all([openOutputFolder(path), loadPrettier(path)]);
  const code = files.filter((file) => file.path.endsWith(".ts"));
  const paths = code.map((file): [string, string] => [file.path, hashText(file.text)]);
  const rendered = Object.fromEntries(paths.sort(([left], [right]) => compareCodePoints(left, right)));
  const settings = await fingerprint(loaded, path);
  const kept =
    folder.manifest?.formatted?.settings === settings ? await keptTexts(folder, rendered) : new Map<string, string>();
  const changed = code.filter((file) => !kept.has(file.path));
  const tasks = changed.map((file) => ({ file: join(path, file.path), text: file.text }));
  const texts = await formatAll(tasks, loaded, ignorePath);
  const made = new Map(changed.map((file, index) => [file.path, texts[index] ?? file.text]));
  const formatted = files.map((file) => ({ ...file, text: made.get(file.path) ?? kept.get(file.path) ?? file.text }));
  return { files: formatted, rendered, settings };
}

/** By path, the texts on the disk that are what formatting would give again. */
async function keptTexts(
  { path, manifest }: OutputFolder,
  rendered: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const before = manifest?.formatted?.rendered ?? {};
  const same = Object.keys(rendered).filter((file) => Object.hasOwn(before, file) && before[file] === rendered[file]);
  const kept = new Map<string, string>();
  for (const file of same) {
    const text = await loadText(join(path, file));
    if (text !== null && hashText(text) === manifest?.files[file]) kept.set(file, text);
  }
  return kept;
}

async function fingerprint({ prettier }: LoadedPrettier, path: string): Promise<string> {
  const options = await prettier
    .resolveConfig(join(path, "index.ts"), { editorconfig: true })
    .catch((error: unknown) => {
      throw toFailure(path, error);
    });
  return hashText(JSON.stringify([prettier.version, options]));
}

/** Files that are worth a thread of their own: starting one costs as much as formatting so many. */
const filesOfThread = 20;

async function formatAll(
  tasks: readonly FormatTask[],
  { prettier, url }: LoadedPrettier,
  ignorePath: string,
): Promise<readonly string[]> {
  const threads = Math.min(availableParallelism(), Math.floor(tasks.length / filesOfThread));
  const program = fileURLToPath(new URL("./format-worker.js", import.meta.url));
  if (threads > 1 && existsSync(program)) return formatInThreads(tasks, program, { url, ignorePath, threads });
  const texts: string[] = [];
  for (const task of tasks)
    texts.push(
      await formatText(prettier, task, ignorePath).catch((error: unknown) =>
        Promise.reject(toFailure(task.file, error)),
      ),
    );
  return texts;
}

interface ThreadOptions {
  readonly url: string;
  readonly ignorePath: string;
  readonly threads: number;
}

/** Deals the files out in turn, as neighbours are often of one size. */
async function formatInThreads(
  tasks: readonly FormatTask[],
  program: string,
  { url, ignorePath, threads }: ThreadOptions,
): Promise<readonly string[]> {
  const shares = Array.from({ length: threads }, (_, share) =>
    tasks.filter((_task, index) => index % threads === share),
  );
  const results = await Promise.all(shares.map((share) => runThread(program, { url, ignorePath, tasks: share })));
  return tasks.map((task, index) => results[index % threads]?.[Math.floor(index / threads)] ?? task.text);
}

async function runThread(program: string, work: FormatWork): Promise<readonly string[]> {
  const worker = new Worker(program, { workerData: work });
  try {
    const [texts] = (await once(worker, "message")) as [readonly string[]];
    return texts;
  } catch (error) {
    throw toFailure(work.tasks[0]?.file ?? "", error);
  }
}

function toFailure(file: string, error: unknown): Failure {
  const reason = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
  return new Failure("config", `prettier: formatting "${file}": ${reason ?? ""}`, {
    cause: error,
    hint: "correct Prettier's configuration, or leave out --format",
  });
}
