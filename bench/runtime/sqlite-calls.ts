import type { Database } from "better-sqlite3";
import type { TransferInsert } from "../../generated-example/sqlite/generated/index.js";
import type { Calls } from "./calls.js";

type Row = Readonly<Record<string, unknown>>;

/** By hand on better-sqlite3: every statement prepared once, values as the driver gives them. */
export function sqliteCalls(db: Database): Calls {
  const loan = db.prepare<[number], Row>("select * from loan where loan_id = ?");
  const loans = db.prepare<[], Row>("select * from loan order by loan_id limit 1000");
  const member = db.prepare<[number], Row>("select * from member where member_id = ?");
  const members = db.prepare<[number], Row>("select * from member where member_id >= ? order by member_id limit 50");
  const loansOf = db.prepare<[number], Row>("select * from loan where member_id = ?");
  const loansOfMany = db.prepare<[string], Row>(
    "select * from loan where member_id in (select value from json_each(?))",
  );
  const columns = "(book_id, copy_number, from_branch_id, to_branch_id, sent_at, received_at)";
  const insert = db.prepare<unknown[], Row>(`insert into transfer ${columns} values (?, ?, ?, ?, ?, ?) returning *`);
  const update = db.prepare<[number, number], Row>("update member set balance = ? where member_id = ? returning *");
  const insertAll = db.transaction((rows: readonly TransferInsert[]) =>
    rows.map((row) => insert.get(...toValues(row))),
  );
  const updateAll = db.transaction((ids: readonly number[]) => ids.map((id) => update.get(1, id)));
  return {
    point: async (id) => loan.get(id),
    list: async () => loans.all(),
    oneParent: async (id) => ({ ...member.get(id), loans: loansOf.all(id) }),
    parents: async (from) => {
      const parents = members.all(from).map((row) => ({ ...row, loans: [] as Row[] }));
      const byId = new Map(parents.map((row: Row & { loans: Row[] }) => [row["member_id"], row]));
      for (const row of loansOfMany.all(JSON.stringify([...byId.keys()]))) byId.get(row["member_id"])?.loans.push(row);
      return parents;
    },
    insertOne: async (row) => insert.get(...toValues(row)),
    insertMany: async (rows) => insertAll(rows),
    transaction: async (ids) => updateAll(ids),
  };
}

function toValues(row: TransferInsert): readonly unknown[] {
  const { bookId, copyNumber, fromBranchId, toBranchId, sentAt, receivedAt } = row;
  return [bookId, copyNumber, fromBranchId, toBranchId, toText(sentAt), receivedAt ? toText(receivedAt) : null];
}

function toText(moment: Date): string {
  return moment.toISOString().replace("T", " ").replace("Z", "");
}
