import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openNodes, type Nodes } from "./node-table.js";

describe.each(["mariadb", "mysql"] as const)("writing on MariaDB by statements for %s", (dialect) => {
  let open: Nodes;
  beforeEach(async () => void (open = await openNodes(dialect)));
  afterEach(() => open.close());

  test("upserts on a key whatever other keys the table has", async () => {
    const { nodes } = open;
    await nodes.insertMany([
      { id: 1, code: "x", email: "x@x" },
      { id: 2, code: "y", email: "y@y" },
    ]);
    expect(await nodes.upsert({ id: 9, code: "x", label: "by code" }, { on: "code" })).toMatchObject({ id: 1 });
    expect(
      await nodes.upsert({ code: "z", email: "y@y", label: "by email" }, { on: "email", update: ["label"] }),
    ).toMatchObject({ id: 2, code: "y", label: "by email" });
    // The row of the code is 1, that of the email is 2: only the first is meant, and it may not have the other's email.
    const clash = nodes.upsert({ code: "x", email: "y@y" }, { on: "code" });
    await expect(clash).rejects.toMatchObject({ code: "uniqueViolation", constraint: "email", columns: ["email"] });
    expect(
      await nodes.upsert({ code: "x", email: "y@y", label: "kept" }, { on: "code", update: ["label"] }),
    ).toMatchObject({ id: 1, email: "x@x", label: "kept" });
    expect(await nodes.findMany({ orderBy: { id: "asc" } })).toMatchObject([
      { id: 1, code: "x", email: "x@x", label: "kept" },
      { id: 2, code: "y", email: "y@y", label: "by email" },
    ]);
  });

  test("never takes the row of another key for the one that is meant", async () => {
    const { nodes } = open;
    const [first] = await nodes.insertMany([{ code: "x", email: "x@x" }]);
    const other = nodes.upsert({ code: "new", email: "x@x", label: "wrong" }, { on: "code" });
    await expect(other).rejects.toMatchObject({ code: "uniqueViolation", constraint: "email", table: "node" });
    const none = nodes.upsert({ code: "x", email: null, label: "wrong" }, { on: "email" });
    await expect(none).rejects.toMatchObject({ code: "uniqueViolation", constraint: "code" });
    expect(await nodes.findMany()).toEqual([first]);
    expect(await nodes.upsert({ code: "n", email: null, label: "right" }, { on: "email" })).toMatchObject({
      code: "n",
    });
  });

  test("upserts the same new rows at once, many times", async () => {
    const { nodes } = open;
    const calls = Array.from({ length: 30 }, (_, index) =>
      nodes.upsert({ code: `c${index % 3}`, label: String(index) }, { on: "code" }),
    );
    const made = await Promise.all(calls);
    expect(new Set(made.map(({ id }) => id)).size).toBe(3);
    expect(await nodes.count()).toBe(3);
  });

  test("changes a key that differs in case only, where it is listed", async () => {
    const { nodes } = open;
    await nodes.insert({ code: "abc" });
    expect(await nodes.upsert({ code: "ABC", label: "l" }, { on: "code" })).toMatchObject({ code: "abc", label: "l" });
    expect(await nodes.upsert({ code: "ABC" }, { on: "code", update: ["code"] })).toMatchObject({ code: "ABC" });
  });

  test("changes and deletes rows by a filter that reads the same table", async () => {
    const { nodes } = open;
    await nodes.insertMany([
      { id: 1, code: "root" },
      { id: 2, code: "child", parentId: 1 },
      { id: 3, code: "leaf", parentId: 2 },
    ]);
    expect(await nodes.updateMany({ where: { parent: { code: "root" } }, set: { label: "second" } })).toBe(1);
    expect(await nodes.updateMany({ where: { children: { none: {} } }, set: { label: "leaf", mask: "0101" } })).toBe(1);
    expect(await nodes.find(3)).toMatchObject({ label: "leaf", mask: "0101" });
    const where = { or: [{ code: "root" }, { parent: { label: { eq: "second" } } }] };
    expect(await nodes.deleteMany({ where })).toBe(2);
    expect((await nodes.findMany()).map(({ id }) => id)).toEqual([2]);
  });

  test("counts the rows that an update finds, changed or not", async () => {
    const { nodes } = open;
    await nodes.insertMany([{ code: "a", label: "l" }, { code: "b" }]);
    expect(await nodes.updateMany({ where: {}, set: { label: "l" } })).toBe(2);
    expect(await nodes.update(1, { label: "l" })).toMatchObject({ id: 1, label: "l" });
    expect(await nodes.update(7, { label: "l" })).toBeUndefined();
    expect(await nodes.update(1, { id: 70 })).toMatchObject({ id: 70, code: "a" });
  });

  test("inserts more than a packet or a statement takes, in order", async () => {
    const { nodes } = open;
    const long = Array.from({ length: 40 }, (_, index) => ({ code: `l${index}`, label: "😀".repeat(300_000) }));
    const made = await nodes.insertMany(long);
    expect(made.map(({ code }) => code)).toEqual(long.map(({ code }) => code));
    open.statements();
    const rows = Array.from({ length: 9000 }, (_, index) => ({
      code: `c${index}`,
      email: `e${index}`,
      label: `${index}`,
    }));
    const many = await nodes.insertMany(rows);
    expect(many.map(({ code }) => code)).toEqual(rows.map(({ code }) => code));
    expect(many.map(({ id }) => id - (many[0]?.id ?? 0))).toEqual(rows.map((_, index) => index));
    const inserts = open.statements().filter((sql) => sql.startsWith("insert"));
    expect([inserts.length, new Set(inserts).size]).toEqual([9, 1]);
  });

  test("keeps the steps that a group of servers takes", async () => {
    const { executor } = open;
    await executor.transaction(async (tx) => {
      await tx.prepare("set session auto_increment_increment = 10, session auto_increment_offset = 3").run([]);
      const { Repository } = await import("../../../src/runtime/repository.js");
      const made = await new Repository(open.nodes.table, tx).insertMany([{ code: "a" }, { code: "b" }, { code: "c" }]);
      expect(made.map(({ id, code }) => [id, code])).toEqual([
        [3, "a"],
        [13, "b"],
        [23, "c"],
      ]);
      await tx
        .prepare("set session auto_increment_increment = default, session auto_increment_offset = default")
        .run([]);
    });
  });
});

describe("the statements for MySQL", () => {
  let open: Nodes;
  beforeEach(async () => void (open = await openNodes("mysql")));
  afterEach(() => open.close());

  const all =
    "select t0.`id`, t0.`code`, t0.`email`, t0.`parent_id`, t0.`label`, t0.`features`, t0.`made`, t0.`born`, t0.`mask` from `node` t0";

  test("insert and read again, in one transaction", async () => {
    await open.nodes.insert({ code: "a" });
    expect(withoutControl(open.statements())).toEqual([
      "insert into `node` (`code`) values (?)",
      `${all} where t0.\`id\` = ?`,
    ]);
    await open.nodes.insertMany([{ code: "b" }, { code: "c" }]);
    expect(withoutControl(open.statements())).toEqual([
      "insert into `node` (`code`) values (?)",
      "select @@auto_increment_increment",
      `${all} where t0.\`id\` in (?)`,
      "insert into `node` (`code`) values (?)",
      "select @@auto_increment_increment",
      `${all} where t0.\`id\` in (?)`,
    ]);
  });

  test("update, upsert and delete", async () => {
    await open.nodes.update(1, { label: "l" });
    await open.nodes.insert({ id: 1, code: "a" });
    open.statements();
    await open.nodes.update(1, { label: "l" });
    expect(withoutControl(open.statements())).toEqual([
      "update `node` set `label` = ? where `id` = ?",
      `${all} where t0.\`id\` = ?`,
    ]);
    await open.nodes.upsert({ code: "a", label: "m" }, { on: "code" });
    expect(withoutControl(open.statements())).toEqual([
      "insert into `node` (`code`, `label`) values (?, ?) on duplicate key update `code` = if(if(`code` = values(`code`), 1, ~0 + (1 + (`code` <=> values(`code`)))), `code`, `code`), `label` = values(`label`)",
      `${all} where t0.\`code\` = ?`,
    ]);
    await open.nodes.deleteMany({ where: { parent: null, code: { startsWith: "a_" } } });
    await open.nodes.deleteMany({ where: { code: { startsWith: "a_" } } });
    expect(withoutControl(open.statements())).toEqual([
      "delete t0 from `node` as t0 join (select distinct t0.`id` as c0 from `node` t0 where (not exists (select 1 from `node` t1 where t0.`parent_id` = t1.`id`) and (t0.`code` like ? escape '|' and t0.`code` like ? collate utf8mb4_bin escape '|'))) t2 on t0.`id` = t2.c0",
      "delete t0 from `node` as t0 where (t0.`code` like ? escape '|' and t0.`code` like ? collate utf8mb4_bin escape '|')",
    ]);
  });
});

/** Without the statements that begin and end transactions. */
function withoutControl(statements: readonly string[]): readonly string[] {
  return statements.filter((sql) => /^(?:insert|update|delete|select)/.test(sql));
}
