import type { LibraryDatabase, Member, TransferInsert } from "../../generated-example/sqlite/generated/index.js";

/** The workloads, each as one call; what it gives must be the same for the generated module and by hand, but for the values' types. */
export interface Calls {
  point(id: number): Promise<unknown>;
  list(): Promise<unknown>;
  oneParent(id: number): Promise<unknown>;
  parents(from: number): Promise<unknown>;
  insertOne(row: TransferInsert): Promise<unknown>;
  insertMany(rows: readonly TransferInsert[]): Promise<unknown>;
  transaction(ids: readonly number[]): Promise<unknown>;
}

/** The generated module's way. */
export function generatedCalls(db: LibraryDatabase): Calls {
  return {
    point: (id) => db.loans.find(id),
    list: () => db.loans.findMany({ orderBy: { loanId: "asc" }, limit: 1000 }),
    oneParent: (id) => db.members.find(id, { include: { loans: true } }),
    parents: (from) =>
      db.members.findMany({
        where: { memberId: { gte: from } },
        orderBy: { memberId: "asc" },
        limit: 50,
        include: { loans: true },
      }),
    insertOne: (row) => db.transfers.insert(row),
    insertMany: (rows) => db.transfers.insertMany(rows),
    transaction: (ids) =>
      db.transaction(async (tx) => {
        const members: (Member | undefined)[] = [];
        for (const id of ids) members.push(await tx.members.update(id, { balance: "1.00" }));
        return members;
      }),
  };
}
