import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DatabaseError, TablewrightError, UniqueViolationError } from "tablewright/runtime";
import type { ErrorTable } from "../../../src/runtime/errors/error-context.js";
import { engines, openEngine, type TestDatabase, type Engine, type OpenEngine } from "../../support/open-engine.js";

/** Of which no trace may be in a message. */
const secret = "5ecretValue";

const orders: ErrorTable = {
  name: "order line",
  columns: {
    orderId: { column: "order_id" },
    lineNo: { column: "line no" },
    sku: { column: "sku" },
    amount: { column: "amount" },
  },
  constraints: {
    order_line_pk: ["orderId", "lineNo"],
    order_line_sku: ["sku"],
    amount_positive: ["amount"],
    order_line_order: ["orderId"],
  },
};

const script = [
  `create table parent (id integer primary key)`,
  `create table "order line" (order_id integer, "line no" integer, sku varchar(40) not null, amount integer,
    constraint order_line_pk primary key (order_id, "line no"), constraint order_line_sku unique (sku),
    constraint amount_positive check (amount > 0), constraint order_line_order foreign key (order_id) references parent (id))`,
  `create table tag (name text)`,
  `create unique index tag_lower_name on tag (lower(name))`,
  `insert into tag values ('${secret}')`,
  `insert into parent values (1)`,
  `insert into "order line" values (1, 1, '${secret}', 1)`,
];

describe.each(engines)("errors on %s", (engine) => {
  let opened: OpenEngine;
  let db: TestDatabase;

  beforeAll(async () => {
    opened = await openEngine(engine);
    db = opened.db;
    for (const statement of script) await db.sql.unsafe(statement);
  });
  afterAll(() => opened.drop());

  async function fail(values: readonly unknown[], table?: ErrorTable): Promise<DatabaseError> {
    const sql = `insert into "order line" (order_id, "line no", sku, amount) values (${places(engine, values.length)})`;
    return failure(async () => opened.executor.prepare(sql, { table, keep: table === undefined }).run(values));
  }

  it("a primary key that exists, by its columns", async () => {
    const error = await fail([1, 1, "other", 1]);
    expect(error).toBeInstanceOf(UniqueViolationError);
    expect(error).toMatchObject({ code: "uniqueViolation", table: "order line", columns: ["order_id", "line no"] });
    expect(error.sql).toContain('insert into "order line"');
    expect(error.constraint).toBe(engine === "sqlite" ? null : "order_line_pk");
  });

  it("the same from a repository, by its properties and the constraint's name", async () => {
    const expected = { code: "uniqueViolation", constraint: "order_line_pk", columns: ["orderId", "lineNo"] };
    expect(await fail([1, 1, "other", 1], orders)).toMatchObject(expected);
    expect(await fail([1, 2, secret, 1], orders)).toMatchObject({ constraint: "order_line_sku", columns: ["sku"] });
  });

  it("a unique index over an expression", async () => {
    const sql = `insert into tag (name) values (${places(engine, 1)})`;
    const table: ErrorTable = {
      name: "tag",
      columns: { name: { column: "name" } },
      constraints: { tag_lower_name: ["name"] },
    };
    const error = await failure(async () => opened.executor.prepare(sql, { table }).run([secret.toUpperCase()]));
    expect(error).toMatchObject({
      code: "uniqueViolation",
      constraint: "tag_lower_name",
      table: "tag",
      columns: ["name"],
    });
  });

  it("a null where none may be", async () => {
    expect(await fail([1, 2, null, 1])).toMatchObject({
      code: "notNullViolation",
      table: "order line",
      columns: ["sku"],
    });
    expect(await fail([1, 2, null, 1], orders)).toMatchObject({ columns: ["sku"] });
  });

  it("a check, by its name", async () => {
    const error = await fail([1, 2, "other", -5], orders);
    expect(error).toMatchObject({
      code: "checkViolation",
      constraint: "amount_positive",
      table: "order line",
      columns: ["amount"],
    });
  });

  it("a row that is referred to and missing", async () => {
    const error = await fail([99, 2, "other", 5], orders);
    expect(error).toMatchObject({ code: "foreignKeyViolation", table: "order line" });
    const named =
      engine === "sqlite"
        ? { constraint: null, columns: [] }
        : { constraint: "order_line_order", columns: ["orderId"] };
    expect(error).toMatchObject(named);
  });

  it("a row that is still referred to", async () => {
    expect(await failure(() => db.sql`delete from parent where id = ${1}`)).toMatchObject({
      code: "foreignKeyViolation",
    });
  });

  it.each([
    "selec 1",
    "select nothing from parent",
    "select * from nowhere",
    "select no_such_function(1)",
    "select 1; select 2",
  ])("a statement that cannot be run: %s", async (text) => {
    expect(await failure(() => db.sql.unsafe(text))).toMatchObject({ code: "invalidQuery", sql: text });
  });

  it("a wrong number of parameters, and a parameter that cannot be bound", async () => {
    for (const values of [[1], [1, 2, 3]]) {
      const error = await failure(() => db.sql.unsafe(`select ${places(engine, 2)}`, values));
      expect(error.code).toBe("invalidQuery");
    }
    expect(await failure(() => db.sql`select ${undefined}`)).toMatchObject({ code: "invalidQuery" });
    expect(await failure(() => db.sql`select ${Symbol("x")}`)).toBeInstanceOf(TablewrightError);
  });

  it("keep the driver's error as their cause, and point at the caller", async () => {
    const error = await failure(() => addTwice(db));
    expect(error.cause).toBeInstanceOf(Error);
    expect(error.engineCode).toBe(engine === "sqlite" ? "SQLITE_CONSTRAINT_PRIMARYKEY" : "23505");
    expect(error.stack).toContain("addTwice");
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      code: "uniqueViolation",
      table: "item",
      columns: ["id"],
    });
  });

  it("hold no parameter's value, in whatever field", async () => {
    const failures = [
      await fail([1, 2, secret, 1]),
      await fail([secret, 2, "other", 1]),
      await fail([1, 2, secret.repeat(10), -1]),
      ...(await Promise.all(
        valueErrors[engine === "sqlite" ? "sqlite" : "postgresql"].map((text) =>
          failure(() => db.sql.unsafe(text, [secret])),
        ),
      )),
    ];
    for (const error of failures) {
      const { cause: _, ...fields } = { ...error, message: error.message, stack: error.stack };
      expect(inspect(fields)).not.toMatch(new RegExp(secret, "i"));
    }
    expect(failures.map(({ code }) => code)).not.toContain(undefined);
  });
});

/** Statements whose driver's message would quote the parameter. */
const valueErrors: Readonly<Record<"sqlite" | "postgresql", readonly string[]>> = {
  sqlite: [
    "select json_extract('{}', ?)",
    "select json(?)",
    "select 'x' like 'y' escape ?",
    "select json_set('{}', ?, 1)",
  ],
  postgresql: [
    "select $1::integer",
    "select $1::timestamptz",
    "select $1::json",
    "select $1::uuid",
    "select $1::integer[]",
    "select $1::text::date",
    "select set_config('work_mem', $1, false)",
    "select 'x' like 'y' escape $1",
    "select currval($1)",
  ],
};

async function addTwice(db: TestDatabase): Promise<void> {
  await db.add(1);
  await db.add(1);
}

async function failure(run: () => Promise<unknown>): Promise<DatabaseError> {
  try {
    await run();
  } catch (error) {
    return error as DatabaseError;
  }
  throw new Error("it did not fail");
}

function places(engine: Engine, count: number): string {
  return Array.from({ length: count }, (_, index) => (engine === "sqlite" ? "?" : `$${index + 1}`)).join(", ");
}
