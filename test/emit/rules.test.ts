import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlanOptions } from "../../src/emit/plan/plan-options.js";
import type { TypeRule } from "../../src/emit/plan/type-rule.js";
import type { ColumnView } from "../../src/emit/plan/views.js";
import { makeColumn, makeKey, makeModel, makeTable } from "../model/sample-model.js";
import { compileFolder, makeWorkFolder, removeWorkFolder } from "../support/compile-module.js";
import { indexOf, planModel, renderModel, tableAt } from "./planned-module.js";
import { makeTextColumn } from "./rich-model.js";

const model = makeModel({
  tables: [
    makeTable("invoice", {
      columns: [
        makeColumn("id", { type: { kind: "integer", bits: 64, unsigned: false, exact: true }, databaseType: "bigint" }),
        makeColumn("total", {
          type: { kind: "decimal", precision: 8, scale: 2, unsigned: false },
          databaseType: "numeric(8,2)",
        }),
        makeColumn("day", { type: { kind: "date" }, databaseType: "date" }),
        makeColumn("at", {
          type: { kind: "timestamp", precision: null, zone: true },
          databaseType: "timestamp with time zone",
        }),
        makeColumn("note", { type: { kind: "json", binary: true }, databaseType: "jsonb", nullable: true }),
        makeTextColumn("code"),
      ],
      primaryKey: makeKey("invoice_pkey", "id"),
    }),
  ],
});

describe("a type rule", () => {
  it.each<[TypeRule, string, Partial<ColumnView>]>([
    [{ column: "invoice.id", use: "number" }, "id", { type: "number", codec: "int64Number", cast: null }],
    [{ column: "public.invoice.id", use: "string" }, "id", { type: "string", codec: "int64String", cast: null }],
    [{ column: "*.id", use: "bigint" }, "id", { type: "bigint", codec: "int64" }],
    [{ databaseType: "bigint", use: "number" }, "id", { type: "number" }],
    [{ databaseType: "numeric(*)", use: "number" }, "total", { type: "number", codec: "decimalNumber", cast: null }],
    [{ column: "*.day", use: "Date" }, "day", { type: "Date", codec: "dateObject" }],
    [
      { column: "invoice.*", databaseType: "timestamp*", use: "string" },
      "at",
      { type: "string", codec: "timestamptzString" },
    ],
    [
      { column: "*.note", use: { type: "Note", from: "../note.js" } },
      "note",
      { type: "Note | null", where: "JsonWhere | null", codec: "noteCodec" },
    ],
    [
      { column: "*.code", use: { type: "Code", codec: "codeCodec", from: "codes" } },
      "code",
      { type: "Code", where: "EnumWhere<Code>", codec: "codeCodec", cast: '"text"' },
    ],
  ])("%j gives %s its type", (rule, property, expected) => {
    const { columns } = tableAt(planModel(model, { typeRules: [rule] }), "tables/invoice.ts");
    expect(columns.find((column) => column.property === property)).toMatchObject(expected);
  });

  it("yields to one before it", () => {
    const typeRules: readonly TypeRule[] = [
      { column: "*.id", use: "string" },
      { databaseType: "bigint", use: "number" },
    ];
    expect(tableAt(planModel(model, { typeRules }), "tables/invoice.ts").columns[0]?.type).toBe("string");
  });

  it.each<[TypeRule, string]>([
    [
      { column: "invoce.id", use: "number" },
      'looking for the column "invoce.id": nothing matches; did you mean "invoice.id"?',
    ],
    [
      { databaseType: "bigimt", use: "number" },
      'looking for the type "bigimt": nothing matches; did you mean "bigint"?',
    ],
    [{ use: "number" }, 'it has neither "column" nor "databaseType"'],
    [{ column: "invoice.code", use: "number" }, 'typing "public.invoice.code" as "number": text has no such choice'],
  ])("%j is an error", (rule, message) => {
    expect(() => planModel(model, { typeRules: [rule] })).toThrow(message);
  });
});

describe("a repository of the user's", () => {
  it.each(["invoice", "public.invoice"])("takes the place of that of the table %s", (table) => {
    const plan = planModel(model, { repositories: [{ table, className: "Invoices", from: "../invoices.js" }] });
    expect(indexOf(plan).members).toMatchObject([
      { member: "invoices", repository: "Invoices", table: "invoiceTable" },
    ]);
  });

  it("must find its table", () => {
    expect(() => planModel(model, { repositories: [{ table: "invoic", className: "X", from: "./x.js" }] })).toThrow(
      'repositories: looking for the table "invoic": there is none; did you mean "invoice"?',
    );
  });
});

describe("a module with the user's own types and classes", () => {
  let folder = "";

  beforeAll(async () => {
    folder = await makeWorkFolder("rules");
  });

  afterAll(() => removeWorkFolder(folder));

  it("compiles, under their own names or others where these are taken", async () => {
    const options: Partial<PlanOptions> = {
      typeRules: [
        { column: "invoice.note", use: { type: "Invoice", from: "../own.js" } },
        { column: "invoice.code", use: { type: "Code", codec: "codeCodec", from: "../own.js" } },
        { column: "invoice.total", use: "number" },
      ],
      repositories: [{ table: "invoice", className: "Invoices", from: "../own.js" }],
    };
    for (const [path, text] of await renderModel(model, options)) await put(join("db", path), text);
    await put("own.ts", own);
    expect(await compileFolder(folder, { compiler: "7" })).toMatchObject({ output: "", code: 0 });
    expect(await compileFolder(folder, { compiler: "5.9" })).toMatchObject({ output: "", code: 0 });
  });

  async function put(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
});

const own = `import { text, type Codec } from "tablewright/codegen/v1/postgresql";
import { InvoiceRepository } from "./db/index.js";

export interface Invoice {
  readonly lines: readonly string[];
}

export type Code = string & { readonly code: true };

export const codeCodec: Codec<Code> = text as Codec<unknown> as Codec<Code>;

export class Invoices extends InvoiceRepository {
  countAll(): Promise<number> {
    return this.count();
  }
}
`;
