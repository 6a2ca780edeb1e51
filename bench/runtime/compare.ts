/** One way to do a workload: by the generated module, or by hand. */
export interface Side {
  run(): Promise<unknown>;
  /** The processor time that it has taken so far, in milliseconds; its server's share included. */
  cpuMs(): number;
}

export interface Workload {
  readonly name: string;
  readonly generated: Side;
  readonly handWritten: Side;
  /** Brings the data back to what they were; not measured. */
  readonly reset: () => Promise<void>;
}

export interface Comparison {
  readonly name: string;
  /** The median over the rounds of generated over hand-written: less is better. */
  readonly ratio: number;
  /** The ratios between which the middle half of the rounds lies. */
  readonly quartiles: readonly [number, number];
  readonly handWrittenMicros: number;
}

const roundMs = 40;

/** Runs both sides in turns, so that whatever slows the machine down slows both, and compares what they took of the processor. */
export async function compare(workload: Workload, rounds: number): Promise<Comparison> {
  const calls = await calibrate(workload);
  const ratios: number[] = [];
  const micros: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const sides = [workload.generated, workload.handWritten];
    const order = round % 2 === 0 ? sides : sides.toReversed();
    const taken = new Map<Side, number>();
    for (const side of order) taken.set(side, await measure(side, calls, workload));
    const handWritten = taken.get(workload.handWritten) ?? Number.NaN;
    ratios.push((taken.get(workload.generated) ?? Number.NaN) / handWritten);
    micros.push((handWritten / calls) * 1000);
  }
  const ranked = ratios.sort((one, other) => one - other);
  return {
    name: workload.name,
    ratio: quantile(ranked, 0.5),
    quartiles: [quantile(ranked, 0.25), quantile(ranked, 0.75)],
    handWrittenMicros: quantile(
      micros.sort((one, other) => one - other),
      0.5,
    ),
  };
}

/** How many calls fill a round; both sides are warm afterwards. */
async function calibrate(workload: Workload): Promise<number> {
  for (let calls = 1; ; calls *= 2) {
    await measure(workload.generated, calls, workload);
    if ((await measure(workload.handWritten, calls, workload)) > roundMs / 2) return calls * 2;
  }
}

async function measure(side: Side, calls: number, workload: Workload): Promise<number> {
  const before = side.cpuMs();
  for (let call = 0; call < calls; call += 1) await side.run();
  const taken = side.cpuMs() - before;
  await workload.reset();
  return taken;
}

function quantile(ranked: readonly number[], share: number): number {
  return ranked[Math.min(ranked.length - 1, Math.floor(ranked.length * share))] ?? Number.NaN;
}
