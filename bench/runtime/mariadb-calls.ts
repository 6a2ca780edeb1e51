import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from "mysql2/promise";
import type { TransferInsert } from "../../generated-example/sqlite/generated/index.js";
import type { Calls } from "./calls.js";

type Row = Readonly<Record<string, unknown>>;

/** By hand on mysql2: every statement prepared and kept, values as the driver gives them. */
export function mariadbCalls(pool: Pool): Calls {
  const columns = "(book_id, copy_number, from_branch_id, to_branch_id, sent_at, received_at)";
  const one = `insert into transfer ${columns} values (?, ?, ?, ?, ?, ?) returning *`;
  return {
    point: (id) => first(pool, "select * from loan where loan_id = ?", [id]),
    list: () => all(pool, "select * from loan order by loan_id limit 1000", []),
    oneParent: async (id) => {
      const member = await first(pool, "select * from member where member_id = ?", [id]);
      return { ...member, loans: await all(pool, "select * from loan where member_id = ?", [id]) };
    },
    parents: (from) => readParents(pool, from),
    insertOne: (row) => first(pool, one, toValues(row)),
    insertMany: (rows) => {
      const tuples = rows.map(() => "(?, ?, ?, ?, ?, ?)").join(", ");
      return all(pool, `insert into transfer ${columns} values ${tuples} returning *`, rows.flatMap(toValues));
    },
    transaction: (ids) => updateAll(pool, ids),
  };
}

async function readParents(pool: Pool, from: number): Promise<unknown> {
  const members = "select * from member where member_id >= ? order by member_id limit 50";
  const parents = (await all(pool, members, [from])).map((row) => ({ ...row, loans: [] as Row[] }));
  const byId = new Map(parents.map((row: Row & { loans: Row[] }) => [row["member_id"], row]));
  const marks = parents.map(() => "?").join(", ");
  const loans = await all(
    pool,
    `select * from loan where member_id in (${marks})`,
    parents.map((row: Row) => Number(row["member_id"])),
  );
  for (const row of loans) byId.get(row["member_id"])?.loans.push(row);
  return parents;
}

/** The engine gives nothing back from an update: the row is read afterwards. */
async function updateAll(pool: Pool, ids: readonly number[]): Promise<unknown> {
  const client = await pool.getConnection();
  try {
    await client.beginTransaction();
    const rows: unknown[] = [];
    for (const id of ids) {
      await client.execute<ResultSetHeader>("update member set balance = ? where member_id = ?", ["1.00", id]);
      rows.push(await first(client, "select * from member where member_id = ?", [id]));
    }
    await client.commit();
    return rows;
  } catch (error) {
    await client.rollback();
    throw error;
  } finally {
    client.release();
  }
}

async function all(on: Pool | PoolConnection, sql: string, values: (string | number | Date | null)[]): Promise<Row[]> {
  return (await on.execute<RowDataPacket[]>(sql, values))[0];
}

async function first(
  on: Pool | PoolConnection,
  sql: string,
  values: (string | number | Date | null)[],
): Promise<Row | undefined> {
  return (await all(on, sql, values))[0];
}

function toValues(row: TransferInsert): (string | number | Date | null)[] {
  return [row.bookId, row.copyNumber, row.fromBranchId, row.toBranchId, row.sentAt, row.receivedAt ?? null];
}
