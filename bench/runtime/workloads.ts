import type { TransferInsert } from "../../generated-example/sqlite/generated/index.js";
import type { Calls } from "./calls.js";
import type { Side, Workload } from "./compare.js";

export interface Sides {
  readonly generated: Calls;
  readonly handWritten: Calls;
  readonly generatedCpuMs: () => number;
  readonly handWrittenCpuMs: () => number;
  /** Deletes what the workloads have inserted. */
  readonly reset: () => Promise<void>;
  /** Whether calls are sent over a network, and several can be under way. */
  readonly concurrent: boolean;
}

/** Every workload, both ways. Keys differ from call to call, and are the same ones on both sides. */
export function workloads(sides: Sides): readonly Workload[] {
  const workload = (name: string, run: (calls: Calls, count: number) => Promise<unknown>): Workload => ({
    name,
    generated: toSide(sides.generated, sides.generatedCpuMs, run),
    handWritten: toSide(sides.handWritten, sides.handWrittenCpuMs, run),
    reset: name.startsWith("insert") ? sides.reset : async () => {},
  });
  const list = [
    workload("point read", (calls, count) => calls.point(1 + ((count * 37) % 3000))),
    workload("list of 1,000", (calls) => calls.list()),
    workload("1 parent and its children", (calls, count) => calls.oneParent(1 + ((count * 37) % 450))),
    workload("50 parents and their children", (calls, count) => calls.parents(1 + ((count * 37) % 400))),
    workload("insert 1", (calls) => calls.insertOne(transfer(0))),
    workload("insert 1,000", (calls) => calls.insertMany(thousand)),
    workload("transaction of 5 updates", (calls, count) =>
      calls.transaction([0, 1, 2, 3, 4].map((place) => 1 + ((count + place * 91) % 450))),
    ),
  ];
  if (!sides.concurrent) return list;
  return [
    ...list,
    workload("32 point reads at once", (calls, count) =>
      Promise.all(thirtyTwo.map((place) => calls.point(1 + ((count * 32 + place) % 3000)))),
    ),
  ];
}

function toSide(calls: Calls, cpuMs: () => number, run: (calls: Calls, count: number) => Promise<unknown>): Side {
  let count = 0;
  return { run: () => run(calls, count++), cpuMs };
}

const thirtyTwo = Array.from({ length: 32 }, (_, place) => place);
const thousand = Array.from({ length: 1000 }, (_, index) => transfer(index));

function transfer(index: number): TransferInsert {
  const sentAt = new Date(Date.UTC(2025, 0, 1, 8, 0, index));
  return {
    bookId: 1 + (index % 500),
    copyNumber: 1,
    fromBranchId: 1,
    toBranchId: 2,
    sentAt,
    receivedAt: index % 2 === 0 ? null : sentAt,
  };
}
