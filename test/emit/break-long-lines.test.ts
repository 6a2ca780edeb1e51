import { format } from "prettier";
import { expect, it } from "vitest";
import { breakLongLines } from "../../src/emit/render/break-long-lines.js";

const long = "aVeryLongNameOfSomething";
const longer = "aVeryLongNameOfSomethingThatGoesOnAndOnAndOn";

/** Each as a template prints it: in one line. */
const lines = [
  `import { ${long}1, ${long}2, type ${long}3 } from "./${long}.js";`,
  `import { ${longer}${longer} } from "./${longer}.js";`,
  `export type ${long} = "one" | "two" | "three" | "four" | "five" | "six";`,
  `export type ${long} = "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine";`,
  `export type ${longer}${longer} = Record<string, never>;`,
  `export type ${longer}${long} = Record<string, never>;`,
  `export type ${longer}${longer} = number;`,
  `export type ${longer}${longer} = "a value";`,
  `export const ${long}: readonly Name[] = ["one", "two", "three", "four", "five", "six"];`,
  `export const ${longer}: readonly ${longer}[] = ["one", "two"];`,
  `export const ${long}: readonly number[] = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000];`,
  `const ${long} = enumOf<${longer}>(${long}Values);`,
  `const ${longer}${long} = arrayOf(short);`,
  `const ${longer}${long} = decimal(2);`,
  `export const ${long}: Codec<Name> = compositeOf<Name>({ one: text, two: text, three: text });`,
  `const a = { ${long}: first(() => ${long}, ["one"], ["two"]), b: "c" };`,
].map((line) => `${line}\n`);

const inClass = [
  `  find(key: { ${long}: string; b: number }): Promise<${long} | undefined> {}`,
  `  ${long}(email: string): Promise<${longer} | undefined> {}`,
  `  get ${longer}(): ${longer} {}`,
  `  constructor(fields: ${longer}${longer}) {}`,
  `  ${longer}: ${longer} | null;`,
];

const inInterface = [
  `  ${longer}?: ${long} | null | undefined;`,
  `  ${longer}?: ${longer}${longer} | null | undefined;`,
  `  ${longer}?: ToManyWhere<${longer}>;`,
  `  ${longer}?: string | null | undefined;`,
  `  ${longer}${long}?: string | null;`,
];

const inObject = [
  `  ${longer}: row[0] === null ? null : ${long}.read(row[0]),`,
  `  ${longer}: row[0] === null ? null : ${longer}${long}.read(row[0]),`,
  `  ${longer}${long}: codec.read(row[0]),`,
  `  ${long}: { column: "one", codec: two, type: "three", nullable: true },`,
  `  ${long}: many(() => ${long}Table, ["${long}"], ["id"]),`,
  `  ${long}: many(() => ${long}Table, ["one"], ["id"], { table: () => t, from: ["a"], to: ["b"] }),`,
  `  type: "${longer}${longer}",`,
  `  column: "${longer}${longer}",`,
];

const inFunction = [
  `  return this.findUnique("${long}", [key.${long}, key.b]);`,
  `  return (this.#made.${long} ??= new ${long}(${long}Table, this.executor));`,
  `  return (this.#made.${longer}${long} ??= new ${longer}(${long}Table, this.executor));`,
  `  this.${longer} = fields.${longer};`,
];

it.each([
  ...lines,
  ...inClass.map((line) => `class A {\n${line}\n}\n`),
  ...inInterface.map((line) => `interface A {\n${line}\n}\n`),
  ...inObject.map((line) => `const a = {\n${line}\n};\n`),
  ...inFunction.map((line) => `function a() {\n${line}\n}\n`),
])("breaks as Prettier does: %s", async (code) => {
  const broken = breakLongLines(code.replace(" {}\n", " {\n  }\n"));
  expect(broken.replace(" {\n  }\n", " {}\n")).toBe(await format(code, { parser: "typescript" }));
});

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((count) => "x".repeat(count + 8)))(
  "moves a block whose first line is too long: %s",
  async (name) => {
    const call = `defineTable({\n  read: (row) =>\n    new ${name}({\n      ${long}: row[0] === null ? null : aCodec.read(row[0]),\n    }),\n});\n`;
    const code = `export const ${name}Table: TableMeta<${name}Types> = ${call}`;
    expect(breakLongLines(code)).toBe(await format(code, { parser: "typescript" }));
  },
);

it("leaves comments alone, whatever their length", () => {
  const code = `// ${longer} ${longer}\n/** ${longer} ${longer}, */\n/**\n * ${longer} ${longer};\n */\n`;
  expect(breakLongLines(code)).toBe(code);
});
