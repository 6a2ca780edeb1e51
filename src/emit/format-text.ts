import type * as Prettier from "prettier";

/** A text, and the file that it is meant for. */
export interface FormatTask {
  /** Absolute: Prettier looks for configurations from there upwards. */
  readonly file: string;
  readonly text: string;
}

/** Formats a text as the configuration of its place says; one that `ignorePath` leaves out stays as it is. */
export async function formatText(prettier: typeof Prettier, task: FormatTask, ignorePath: string): Promise<string> {
  const { ignored } = await prettier.getFileInfo(task.file, { ignorePath });
  if (ignored) return task.text;
  const options = await prettier.resolveConfig(task.file, { editorconfig: true });
  return prettier.format(task.text, { ...options, filepath: task.file });
}
