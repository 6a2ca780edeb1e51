/** Numbers that look random and are the same in every run: a 32-bit generator of the mulberry kind. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 up to, and without, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }

  /** Different items, in the order of the list. */
  pickSome<T>(items: readonly T[], count: number): T[] {
    const left = new Set<number>();
    while (left.size < Math.min(count, items.length)) left.add(this.between(0, items.length - 1));
    return items.filter((_, index) => left.has(index));
  }

  /** Exact text with two decimals, from cents. */
  price(lowCents: number, highCents: number): string {
    const cents = this.between(lowCents, highCents);
    return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
  }

  /** A moment of the days given, to the second. */
  moment(from: Date, days: number): Date {
    return new Date(from.getTime() + this.between(0, days * 86_400 - 1) * 1000);
  }
}

/** `YYYY-MM-DD` of a moment, in UTC. */
export function toDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

export function addDays(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * 86_400_000);
}
