import type { DatabaseModel } from "../../model/database-model.js";
import type { TableModel } from "../../model/table-model.js";
import { makeColumn, makeForeignKey, makeModel, makeTable, makeTextColumn, makeView } from "./make-model.js";

const author = makeTable("author", [
  makeColumn("author_id"),
  makeTextColumn("name"),
  makeTextColumn("note", { nullable: true }),
]);
const book = makeTable(
  "book",
  [makeColumn("book_id"), makeColumn("author_id"), makeTextColumn("zebra"), makeTextColumn("apple")],
  { foreignKeys: [makeForeignKey("book_author", "author_id", "author", "author_id")] },
);
const tag = makeTable("tag", [makeTextColumn("word")]);

/** A small model made by hand. */
export function libraryModel(engine: string): DatabaseModel {
  return makeModel(engine, { tables: [author, book, tag], views: [makeView("titles", [makeTextColumn("zebra")])] });
}

/** The same with another foreign key to the same table, and with tables that refer to what was there. */
export function grownLibraryModel(engine: string): DatabaseModel {
  const model = libraryModel(engine);
  const grown: TableModel = {
    ...book,
    columns: [...book.columns, makeColumn("editor_id", { nullable: true })],
    foreignKeys: [...book.foreignKeys, makeForeignKey("book_editor", "editor_id", "author", "author_id")],
  };
  const loan = makeTable("loan", [makeColumn("loan_id"), makeColumn("book_id"), makeColumn("author_id")], {
    foreignKeys: [
      makeForeignKey("loan_author", "author_id", "author", "author_id"),
      makeForeignKey("loan_book", "book_id", "book", "book_id"),
    ],
  });
  return { ...model, tables: [author, grown, loan, tag] };
}

/** So many tables of about twelve columns, each with a foreign key to the one before it and one to its own area's first; every 200 stand by themselves. */
export function largeModel(engine: string, count: number): DatabaseModel {
  const nameOf = (number: number): string => `area_${Math.floor(number / 20)}_thing_${number}`;
  const tables = Array.from({ length: count }, (_, number) => {
    const name = nameOf(number);
    const others = ["title", "status", "note", "region", "label", "unit"].map((column, place) =>
      makeTextColumn(column, { nullable: place > 2 }),
    );
    const columns = [
      makeColumn("id"),
      ...others,
      makeColumn("amount"),
      makeColumn("previous_id"),
      makeColumn("first_id", { nullable: true }),
    ];
    const previous = nameOf(number % 200 === 0 ? number : number - 1);
    const first = nameOf(number - (number % 20));
    const foreignKeys = [
      makeForeignKey(`${name}_previous`, "previous_id", previous, "id"),
      makeForeignKey(`${name}_first`, "first_id", first, "id"),
    ];
    return makeTable(name, columns, { foreignKeys });
  });
  return makeModel(engine, { tables });
}
