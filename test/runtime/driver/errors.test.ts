import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DatabaseError, TablewrightError, UniqueViolationError } from "tablewright/runtime";
import type { ErrorTable } from "../../../src/runtime/errors/error-context.js";
import {
  engines,
  isMysqlLike,
  openEngine,
  type TestDatabase,
  type Engine,
  type OpenEngine,
} from "../../support/open-engine.js";

/** Of which no trace may be in a message. */
const secret = "5ecretValue";

/** MySQL and MariaDB have one name for every primary key. */
function orders(engine: Engine): ErrorTable {
  const { order_line_pk, ...others } = orderLine.constraints;
  return isMysqlLike(engine) ? { ...orderLine, constraints: { ...others, PRIMARY: order_line_pk } } : orderLine;
}

const orderLine = {
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

/** Names stand in double quotes, which are made the engine's own. */
const script = [
  `create table parent (id integer primary key)`,
  `create table "order line" (order_id integer, "line no" integer, sku varchar(40) not null, amount integer,
    constraint order_line_pk primary key (order_id, "line no"), constraint order_line_sku unique (sku),
    constraint amount_positive check (amount > 0), constraint order_line_order foreign key (order_id) references parent (id))`,
  `insert into parent values (1)`,
  `insert into "order line" values (1, 1, '${secret}', 1)`,
];

describe.each(engines)("errors on %s", (engine) => {
  let opened: OpenEngine;
  let db: TestDatabase;

  beforeAll(async () => {
    opened = await openEngine(engine);
    db = opened.db;
    for (const statement of script) await db.sql.unsafe(quoted(statement));
  });
  afterAll(() => opened.drop());

  const mysqlLike = isMysqlLike(engine);
  const quoted = (sql: string): string =>
    sql.replaceAll(/"(.*?)"/g, (_, name: string) => opened.executor.dialect.quote(name));

  async function fail(values: readonly unknown[], table?: ErrorTable): Promise<DatabaseError> {
    const sql = quoted(
      `insert into "order line" (order_id, "line no", sku, amount) values (${places(engine, values.length)})`,
    );
    return failure(async () => opened.executor.prepare(sql, { table, keep: table === undefined }).run(values));
  }

  it("a primary key that exists, by its columns", async () => {
    const error = await fail([1, 1, "other", 1]);
    expect(error).toBeInstanceOf(UniqueViolationError);
    // MariaDB names nothing but the key.
    const place = mysqlLike ? {} : { table: "order line", columns: ["order_id", "line no"] };
    expect(error).toMatchObject({ code: "uniqueViolation", ...place });
    expect(error.sql).toContain(quoted('insert into "order line"'));
    expect(error.constraint).toBe(engine === "sqlite" ? null : mysqlLike ? "PRIMARY" : "order_line_pk");
  });

  it("the same from a repository, by its properties and the constraint's name", async () => {
    const constraint = mysqlLike ? "PRIMARY" : "order_line_pk";
    const expected = { code: "uniqueViolation", table: "order line", constraint, columns: ["orderId", "lineNo"] };
    expect(await fail([1, 1, "other", 1], orders(engine))).toMatchObject(expected);
    expect(await fail([1, 2, secret, 1], orders(engine))).toMatchObject({
      constraint: "order_line_sku",
      columns: ["sku"],
    });
  });

  // MariaDB has none.
  it.skipIf(mysqlLike)("a unique index over an expression", async () => {
    await db.sql`create table tag (name text)`;
    await db.sql`create unique index tag_lower_name on tag (lower(name))`;
    await db.sql.unsafe(`insert into tag values ('${secret}')`);
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
      columns: ["sku"],
    });
    expect(await fail([1, 2, null, 1], orders(engine))).toMatchObject({ table: "order line", columns: ["sku"] });
  });

  it("a check, by its name", async () => {
    const error = await fail([1, 2, "other", -5], orders(engine));
    expect(error).toMatchObject({
      code: "checkViolation",
      constraint: "amount_positive",
      table: "order line",
      columns: ["amount"],
    });
  });

  it("a row that is referred to and missing", async () => {
    const error = await fail([99, 2, "other", 5], orders(engine));
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
    const code = engine === "sqlite" ? "SQLITE_CONSTRAINT_PRIMARYKEY" : mysqlLike ? "1062" : "23505";
    expect(error.engineCode).toBe(code);
    expect(error.stack).toContain("addTwice");
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      code: "uniqueViolation",
      ...(mysqlLike ? { constraint: "PRIMARY" } : { table: "item", columns: ["id"] }),
    });
  });

  it("hold no parameter's value, in whatever field", async () => {
    const failures = [
      await fail([1, 2, secret, 1]),
      await fail([secret, 2, "other", 1]),
      await fail([1, 2, secret.repeat(10), -1]),
      ...(await Promise.all(
        valueErrors[mysqlLike ? "mysql" : engine === "sqlite" ? "sqlite" : "postgresql"].map((text) =>
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
const valueErrors: Readonly<Record<"sqlite" | "postgresql" | "mysql", readonly string[]>> = {
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
  mysql: [
    "insert into parent (id) values (?)",
    "insert into parent (id) select extractvalue('<a/>', ?)",
    "select 'x' like 'y' escape ?",
    "update parent set id = cast(? as date)",
    "insert into item (id, name) select id, ? from item, parent",
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
  return Array.from({ length: count }, (_, index) => (engine.startsWith("postgresql") ? `$${index + 1}` : "?")).join(
    ", ",
  );
}
