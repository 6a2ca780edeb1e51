/** Whole numbers that look random and are the same for the same seed (a linear congruential generator). */
export class Picker {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761) >>> 0;
  }

  /** From 0 up to, and without, the limit. */
  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    // The upper bits: the lower ones of this kind repeat soon.
    return Math.floor((this.#state / 0x1_0000_0000) * limit);
  }
}
