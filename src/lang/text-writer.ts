/** Gathers a long text from many short ones, without the memory that adding them up one by one takes. */
export class TextWriter {
  readonly #chunks: string[] = [];
  #parts: string[] = [];

  add(...parts: readonly string[]): void {
    this.#parts.push(...parts);
    if (this.#parts.length < partsMax) return;
    this.#chunks.push(this.#parts.join(""));
    this.#parts = [];
  }

  toString(): string {
    return this.#chunks.join("") + this.#parts.join("");
  }
}

const partsMax = 4096;
