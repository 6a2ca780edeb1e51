import fc from "fast-check";
import type { ColumnType } from "../../src/model/column-type.js";
import type { DatabaseModel } from "../../src/model/database-model.js";
import type { ColumnModel, ForeignKeyModel, KeyModel, TableModel } from "../../src/model/table-model.js";
import { makeColumn, makeIndex, makeKey, makeModel, makeTable, makeView } from "../model/sample-model.js";

const fragments = [
  ...["album", "albums", "Album", "ALBUM", "album_id", "AlbumId", "key", "Key", "insert", "types", "table", "id", "ID"],
  ..."\"|'|\\|`|${|*/|/*|//|;|}|{|<|>|@|@deprecated |{@link |\n|\r\n|\t|\0|\u0007|\u2028|\u2029".split("|"),
  ...[
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "then",
    "and",
    "or",
    "not",
    "class",
    "default",
    "await",
    "let",
  ],
  ...["Date", "Promise", "Row", "Repository", "Uint8Array", "Database", "connect", "executor", "transaction", "sql"],
  ...[
    "../",
    "..",
    "/etc/passwd",
    "C:\\",
    "con",
    "nul",
    "aux.ts",
    ".git",
    "index",
    "enums",
    "schema.json",
    ".",
    " ",
    "",
  ],
  ...[
    "é",
    "e\u0301",
    "ß",
    "İ",
    "ı",
    "ſ",
    "名前",
    "ﷺ",
    "𝒳",
    "🦊",
    "👩‍👩‍👧",
    "\u202e",
    "\u200d",
    "\ufeff",
    "\ud800",
    "\udfff",
  ],
  ...["1", "2fa", "0x", "__", "_", "$", "x".repeat(63), "long_".repeat(30), "ΔΣ", "Ⅷ", "٣", "\u0300", "\u20dd"],
];

const fragment = fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: "binary", maxLength: 6 }));
const name = fc.array(fragment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
const names = (max: number): fc.Arbitrary<readonly string[]> => fc.uniqueArray(name, { minLength: 1, maxLength: max });
const comment = fc.option(name);

/** A sound model in which every name and text is as bad as a database lets it be. */
export const hostileModel: fc.Arbitrary<DatabaseModel> = fc
  .record({ schemas: names(3), tables: names(5), types: names(4), engine: fc.constantFrom("postgresql", "sqlite") })
  .chain(({ schemas, tables, types, engine }) => {
    const schemaOf = (index: number): string => schemas[index % schemas.length] ?? "";
    const owned = types.map((type, index) => ({ schema: schemaOf(index), name: type }));
    const arrays = engine === "postgresql";
    const column = columnModel(arrays ? owned : []);
    const entities = tables.map((table, index) =>
      fc
        .tuple(fc.uniqueArray(column, { maxLength: 6, selector: (given) => given.name }), comment, name, fc.nat())
        .map(([columns, text, constraint, choice]) => ({
          schema: schemaOf(index),
          table,
          columns,
          text,
          constraint,
          choice,
        })),
    );
    return fc
      .tuple(fc.tuple(...entities), fc.array(name, { minLength: 1, maxLength: 4 }), comment)
      .map(([parts, labels, text]): DatabaseModel => {
        const made = parts
          .filter((_, index) => index % 3 !== 2)
          .map(({ schema, table, columns, text: note, constraint }) =>
            makeTable(table, { schema, columns, comment: note, ...keysOf(columns, constraint, labels) }),
          );
        return makeModel({
          engine,
          defaultSchema: schemaOf(0),
          schemas: schemas.map((schema) => ({ name: schema, comment: text })),
          tables: made.map((table, index) => ({
            ...table,
            foreignKeys: foreignKeysOf(table, made, parts[index]?.choice ?? 0),
          })),
          views: parts
            .filter((_, index) => index % 3 === 2)
            .map(({ schema, table, columns, text: note }) => makeView(table, { schema, columns, comment: note })),
          ...(arrays ? typesOf(owned, labels, text) : {}),
        });
      });
  });

interface OwnType {
  readonly schema: string;
  readonly name: string;
}

/** The first is an enum, the second a domain, the third a composite, the fourth a range. */
function typesOf(owned: readonly OwnType[], labels: readonly string[], text: string | null): Partial<DatabaseModel> {
  const [enumType, domain, composite, range] = owned;
  const values = [...new Set(labels)];
  const over: ColumnType = { kind: "text", length: null, fixed: false };
  return {
    enums: enumType === undefined ? [] : [{ ...enumType, values, comment: text }],
    domains:
      domain === undefined
        ? []
        : [
            {
              ...domain,
              type: over,
              databaseType: "text",
              nullable: true,
              default: { kind: "none" },
              checks: [],
              collation: null,
              comment: text,
            },
          ],
    composites:
      composite === undefined
        ? []
        : [
            {
              ...composite,
              fields: values.map((field) => ({ name: field, type: over, databaseType: "text" })),
              comment: text,
            },
          ],
    ranges:
      range === undefined ? [] : [{ ...range, element: over, databaseType: "text", multirange: null, comment: text }],
  };
}

function columnModel(owned: readonly OwnType[]): fc.Arbitrary<ColumnModel> {
  const named = owned
    .slice(0, 3)
    .map((type, index): ColumnType => ({ kind: (["enum", "domain", "composite"] as const)[index] ?? "enum", ...type }));
  const plain: readonly ColumnType[] = [
    { kind: "integer", bits: 64, unsigned: false, exact: true },
    { kind: "text", length: null, fixed: false },
    { kind: "decimal", precision: 10, scale: 2, unsigned: false },
    { kind: "timestamp", precision: null, zone: false },
    { kind: "json", binary: true },
    { kind: "bytes", length: null, fixed: false },
    { kind: "unsupported" },
  ];
  const wrapped = named.flatMap((type): readonly ColumnType[] => [type, { kind: "array", element: type }]);
  return fc
    .record({
      name,
      databaseType: name,
      comment,
      nullable: fc.boolean(),
      text: name,
      type: fc.constantFrom(...plain, ...wrapped),
      filled: fc.nat(3),
    })
    .map(({ text, filled, ...parts }) =>
      makeColumn(parts.name, {
        ...parts,
        default: filled === 1 ? { kind: "expression", sql: text } : { kind: "none" },
        generated: filled === 2 ? { kind: "stored", expression: text } : null,
      }),
    );
}

function keysOf(columns: readonly ColumnModel[], constraint: string, labels: readonly string[]): Partial<TableModel> {
  const [first, second, third] = columns.map((column) => column.name);
  const keys = (count: number): readonly string[] =>
    [first, second, third].slice(0, count).filter((column) => column !== undefined);
  const texts = columns.filter(({ type }) => type.kind === "text");
  return {
    primaryKey: first === undefined ? null : makeKey(constraint, ...keys(2)),
    uniqueKeys:
      second === undefined ? [] : ([makeKey(`${constraint}2`, second), makeKey(null, ...keys(3))] satisfies KeyModel[]),
    indexes: third === undefined ? [] : [makeIndex(`${constraint}3`, { unique: true, parts: [indexPart(third)] })],
    checks: texts.map((column) => ({
      name: `${constraint}${column.name}`,
      expression: labels.join(" "),
      oneOf: { column: column.name, values: labels, numeric: false },
      validated: true,
      enforced: true,
      comment: null,
    })),
  };
}

function indexPart(column: string): ReturnType<typeof makeIndex>["parts"][number] {
  return {
    column,
    expression: null,
    direction: "asc",
    nulls: "last",
    operatorClass: null,
    collation: null,
    prefixLength: null,
  };
}

/** Each table points at another with as many columns as that one's key has. */
function foreignKeysOf(table: TableModel, tables: readonly TableModel[], choice: number): readonly ForeignKeyModel[] {
  return [choice, choice + 1].flatMap((number) => {
    const target = tables[number % tables.length];
    const key = target?.primaryKey?.columns ?? [];
    const columns = table.columns.slice(number % 2, (number % 2) + key.length).map((column) => column.name);
    if (target === undefined || key.length === 0 || columns.length !== key.length) return [];
    const references = { schema: target.schema, name: target.name, columns: key };
    const actions = { onUpdate: "noAction", onDelete: "noAction", match: "simple", deferrable: "no" } as const;
    return [{ name: null, columns, references, ...actions, validated: true, enforced: true, comment: null }];
  });
}
