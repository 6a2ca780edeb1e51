/** A file of a generated module, whole and in memory. */
export interface RenderedFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly text: string;
}
