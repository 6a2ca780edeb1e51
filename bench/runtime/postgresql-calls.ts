import type { Pool, PoolClient } from "pg";
import type { TransferInsert } from "../../generated-example/sqlite/generated/index.js";
import type { Calls } from "./calls.js";

type Row = Readonly<Record<string, unknown>>;

/** By hand on pg: every statement named, so that the server plans it once, values as the driver gives them. */
export function postgresqlCalls(pool: Pool): Calls {
  const columns = "(book_id, copy_number, from_branch_id, to_branch_id, sent_at, received_at)";
  const one = `insert into transfer ${columns} values ($1, $2, $3, $4, $5, $6) returning *`;
  return {
    point: (id) => first(pool, "loan", "select * from loan where loan_id = $1", [id]),
    list: () => all(pool, "loans", "select * from loan order by loan_id limit 1000", []),
    oneParent: async (id) => {
      const member = await first(pool, "member", "select * from member where member_id = $1", [id]);
      return { ...member, loans: await all(pool, "loans_of", "select * from loan where member_id = $1", [id]) };
    },
    parents: (from) => readParents(pool, from),
    insertOne: (row) => first(pool, "insert", one, toValues(row)),
    insertMany: (rows) =>
      all(
        pool,
        "insert_1000",
        `insert into transfer ${columns} values ${tuples(rows.length)} returning *`,
        rows.flatMap(toValues),
      ),
    transaction: (ids) => updateAll(pool, ids),
  };
}

async function readParents(pool: Pool, from: number): Promise<unknown> {
  const members = "select * from member where member_id >= $1 order by member_id limit 50";
  const parents = (await all(pool, "members", members, [from])).map((row) => ({ ...row, loans: [] as Row[] }));
  const byId = new Map(parents.map((row: Row & { loans: Row[] }) => [row["member_id"], row]));
  const loans = await all(pool, "loans_of_many", "select * from loan where member_id = any($1)", [[...byId.keys()]]);
  for (const row of loans) byId.get(row["member_id"])?.loans.push(row);
  return parents;
}

async function updateAll(pool: Pool, ids: readonly number[]): Promise<unknown> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const rows: unknown[] = [];
    for (const id of ids)
      rows.push(
        await first(client, "update", "update member set balance = $1 where member_id = $2 returning *", ["1.00", id]),
      );
    await client.query("commit");
    return rows;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function all(on: Pool | PoolClient, name: string, text: string, values: unknown[]): Promise<Row[]> {
  return (await on.query<Row>({ name, text, values })).rows;
}

async function first(on: Pool | PoolClient, name: string, text: string, values: unknown[]): Promise<Row | undefined> {
  return (await all(on, name, text, values))[0];
}

function tuples(count: number): string {
  return Array.from(
    { length: count },
    (_, row) => `(${[1, 2, 3, 4, 5, 6].map((column) => `$${row * 6 + column}`).join(", ")})`,
  ).join(", ");
}

function toValues(row: TransferInsert): unknown[] {
  return [row.bookId, row.copyNumber, row.fromBranchId, row.toBranchId, row.sentAt, row.receivedAt ?? null];
}
