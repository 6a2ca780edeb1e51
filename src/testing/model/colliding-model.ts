import type { DatabaseModel } from "../../model/database-model.js";
import { makeColumn, makeForeignKey, makeKey, makeModel, makeTable, makeTextColumn, makeView } from "./make-model.js";

/** Names that want the same place in the code: spellings of one word, what is generated beside a class, reserved words, members that objects have. */
const tableNames = [
  ...[
    "album",
    "Album",
    "albums",
    "ALBUM",
    "album_",
    "album_key",
    "album_insert",
    "album_where",
    "album_row",
    "album_types",
    "album_repository",
  ],
  ...[
    "class",
    "default",
    "await",
    "new",
    "type",
    "object",
    "string",
    "promise",
    "date",
    "row",
    "repository",
    "codec",
    "table_meta",
    "int32",
    "text",
  ],
  ...[
    "sql",
    "transaction",
    "close",
    "executor",
    "on_query",
    "constructor",
    "then",
    "prototype",
    "__proto__",
    "to_string",
    "index",
    "enums",
    "types",
    "routines",
    "connect",
  ],
  ...["1st", "a b", "a-b", "a.b", "é", "名前", "con", "database", "collide_database"],
];
const columnNames = [
  "id",
  "ID",
  "constructor",
  "__proto__",
  "then",
  "to_string",
  "and",
  "or",
  "not",
  "class",
  "a b",
  "a_b",
  "aB",
  "album",
  "state",
];

/** Tables, views, columns, relations and unions that fight over names, each pair of them. */
export function collidingModel(engine: string): DatabaseModel {
  const columns = columnNames.map((name) => (name === "state" ? makeTextColumn(name) : makeColumn(name)));
  const tables = tableNames.map((name) =>
    makeTable(name, columns, {
      primaryKey: makeKey(`${name}_key`, "id"),
      uniqueKeys: [makeKey("primaryKey", "a b"), makeKey("a_b", "a_b")],
      foreignKeys: [
        makeForeignKey(`${name}_album`, "album", "album", "id"),
        makeForeignKey(`${name}_then`, "then", "Album", "id"),
      ],
      checks: [
        {
          name: "one_of",
          expression: "state in ('a', 'b')",
          oneOf: { column: "state", values: ["a", "b"], numeric: false },
          validated: true,
          enforced: true,
          comment: null,
        },
      ],
    }),
  );
  const views = ["album_state", "album view", "repository view"].map((name) => makeView(name, columns));
  const other = makeTable("album", columns, {
    schema: "other",
    foreignKeys: [makeForeignKey("x", "album", "album", "id")],
  });
  return makeModel(engine, {
    schemas: [
      { name: "main", comment: null },
      { name: "other", comment: null },
    ],
    tables: [...tables, other],
    views,
  });
}
