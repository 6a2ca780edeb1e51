import type { LargeSchema, LargeTable } from "./large-schema.js";

/** A program with as many queries as asked for, spread over the tables: what the type checker is measured on. */
export function toConsumer(
  schema: LargeSchema,
  options: { readonly module: string; readonly queries: number },
): string {
  const step = Math.max(1, Math.floor(schema.tables.length / options.queries));
  const functions = Array.from({ length: options.queries }, (_, index) => {
    const table = schema.tables[(index * step) % schema.tables.length];
    if (table === undefined) throw new Error("a schema without tables");
    return toFunction(index, table);
  });
  return `import type { LargeDatabase } from "${options.module}";\n\n${functions.join("\n")}`;
}

function toFunction(index: number, table: LargeTable): string {
  const body = queries[index % queries.length];
  if (body === undefined) throw new Error("no query");
  const relation = table.columns.find((column) => column.references !== null)?.name.replace(/_id$/, "") ?? "";
  const lines = body(`db.${toProperty(table.name)}`, relation).map((line) => `  ${line}`);
  return [`export async function query${index}(db: LargeDatabase): Promise<unknown> {`, ...lines, "}", ""].join("\n");
}

/** `sales_00006_account` → `sales00006Accounts`. */
function toProperty(table: string): string {
  return `${table.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}s`;
}

type Query = (repository: string, relation: string) => readonly string[];

const queries: readonly Query[] = [
  (repository) => [
    `const row = await ${repository}.get(1);`,
    "return [row.code, row.amount.length, row.createdAt.getTime()];",
  ],
  (repository) => [
    `const rows = await ${repository}.findMany({ where: { title: { startsWith: "A" }, status: "open" }, orderBy: { createdAt: "desc" }, limit: 20 });`,
    "return rows.map((row) => row.title.toUpperCase());",
  ],
  (repository, relation) => [
    `const rows = await ${repository}.findMany({ include: { ${relation}: true }, where: { amount: { gt: "10.00" } } });`,
    `return rows.map((row) => row.${relation}?.title);`,
  ],
  (repository) => [
    `const rows = await ${repository}.findMany({ select: ["id", "title"], where: { or: [{ status: "held" }, { isActive: true }] } });`,
    "return rows.map((row) => row.id + row.title.length);",
  ],
  (repository, relation) => [
    `const page = await ${repository}.page({ size: 50, orderBy: [{ createdAt: "desc" }, { id: "asc" }], where: { ${relation}: { status: "open" } } });`,
    "return [page.items[0]?.createdAt, page.next];",
  ],
  (repository) => [`return ${repository}.update(1, { title: "T", status: "closed" });`],
];
