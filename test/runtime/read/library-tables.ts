import { defineTable } from "../../../src/runtime/define-table.js";
import type { Codec } from "../../../src/runtime/codec.js";
import type { TableMeta } from "../../../src/runtime/table-meta.js";
import type {
  JsonWhere,
  NumberWhere,
  StringWhere,
  TextWhere,
  DecimalWhere,
  BigIntWhere,
  DateWhere,
  EnumWhere,
} from "../../../src/runtime/types/column-where.js";
import type { JsonValue } from "../../../src/runtime/types/json-value.js";
import type { OrderDirection } from "../../../src/runtime/types/order-direction.js";
import type { ToMany, ToManyWhere, ToOne } from "../../../src/runtime/types/result.js";
import type { Many, Maybe, One } from "../../../src/runtime/types/table-types.js";
import type { Row } from "../../../src/runtime/executor.js";

/** The codecs of an engine that the library's tables use. */
export interface LibraryCodecs {
  readonly int32: Codec<number>;
  readonly int64: Codec<bigint>;
  readonly text: Codec<string>;
  readonly decimal: (scale: number | null) => Codec<string>;
  readonly timestamptz: Codec<Date>;
  readonly json: Codec<JsonValue>;
  readonly enumOf: <T extends string>(values: readonly T[]) => Codec<T>;
}

export class Author {
  authorId: number;
  name: string;
  country: string | null;

  constructor(fields: Author) {
    this.authorId = fields.authorId;
    this.name = fields.name;
    this.country = fields.country;
  }
}

export interface AuthorWhere {
  authorId?: NumberWhere;
  name?: TextWhere;
  country?: TextWhere | null;
  books?: ToManyWhere<BookWhere>;
  and?: readonly AuthorWhere[];
  or?: readonly AuthorWhere[];
  not?: AuthorWhere;
}

export interface AuthorTypes {
  entity: Author;
  key: number;
  insert: object;
  update: object;
  where: AuthorWhere;
  orderBy: { authorId?: OrderDirection; name?: OrderDirection; country?: OrderDirection };
  include: { books?: ToMany<BookTypes> };
  relations: { books: Many<BookTypes> };
  unique: "primaryKey" | "name";
  constraint: never;
}

export type Binding = "paper" | "cloth";

export class Book {
  bookId: bigint;
  title: string;
  subtitle: string | null;
  authorId: number;
  sequelTo: bigint | null;
  pages: number | null;
  price: string;
  published: Date | null;
  binding: Binding;
  extra: JsonValue;

  constructor(fields: Book) {
    this.bookId = fields.bookId;
    this.title = fields.title;
    this.subtitle = fields.subtitle;
    this.authorId = fields.authorId;
    this.sequelTo = fields.sequelTo;
    this.pages = fields.pages;
    this.price = fields.price;
    this.published = fields.published;
    this.binding = fields.binding;
    this.extra = fields.extra;
  }
}

export interface BookWhere {
  bookId?: BigIntWhere;
  title?: TextWhere;
  subtitle?: TextWhere | null;
  authorId?: NumberWhere;
  sequelTo?: BigIntWhere | null;
  pages?: NumberWhere | null;
  price?: DecimalWhere;
  published?: DateWhere | null;
  binding?: EnumWhere<Binding>;
  extra?: JsonWhere | null;
  author?: AuthorWhere;
  predecessor?: BookWhere | null;
  sequels?: ToManyWhere<BookWhere>;
  tags?: ToManyWhere<TagWhere>;
  bookTags?: ToManyWhere<BookTagWhere>;
  and?: readonly BookWhere[];
  or?: readonly BookWhere[];
  not?: BookWhere;
}

export interface BookTypes {
  entity: Book;
  key: bigint;
  insert: object;
  update: object;
  where: BookWhere;
  orderBy: { [K in "bookId" | "title" | "subtitle" | "authorId" | "pages" | "price" | "published"]?: OrderDirection };
  include: {
    author?: ToOne<AuthorTypes>;
    predecessor?: ToOne<BookTypes>;
    sequels?: ToMany<BookTypes>;
    tags?: ToMany<TagTypes>;
    bookTags?: ToMany<BookTagTypes>;
  };
  relations: {
    author: One<AuthorTypes>;
    predecessor: Maybe<BookTypes>;
    sequels: Many<BookTypes>;
    tags: Many<TagTypes>;
    bookTags: Many<BookTagTypes>;
  };
  unique: "primaryKey";
  constraint: never;
}

export class Tag {
  tagId: number;
  label: string;

  constructor(fields: Tag) {
    this.tagId = fields.tagId;
    this.label = fields.label;
  }
}

export interface TagWhere {
  tagId?: NumberWhere;
  label?: TextWhere;
  books?: ToManyWhere<BookWhere>;
  not?: TagWhere;
}

export interface TagTypes {
  entity: Tag;
  key: number;
  insert: object;
  update: object;
  where: TagWhere;
  orderBy: { tagId?: OrderDirection; label?: OrderDirection };
  include: { books?: ToMany<BookTypes> };
  relations: { books: Many<BookTypes> };
  unique: "primaryKey";
  constraint: never;
}

export class BookTag {
  bookId: bigint;
  tagId: number;

  constructor(fields: BookTag) {
    this.bookId = fields.bookId;
    this.tagId = fields.tagId;
  }
}

export interface BookTagWhere {
  bookId?: BigIntWhere;
  tagId?: NumberWhere;
  notes?: ToManyWhere<NoteWhere>;
}

export interface BookTagTypes {
  entity: BookTag;
  key: { bookId: bigint; tagId: number };
  insert: object;
  update: object;
  where: BookTagWhere;
  orderBy: { bookId?: OrderDirection; tagId?: OrderDirection };
  include: { notes?: ToMany<NoteTypes> };
  relations: { notes: Many<NoteTypes> };
  unique: "primaryKey";
  constraint: never;
}

/** A table without a key, whose foreign key has two columns. */
export class Note {
  bookId: bigint | null;
  tagId: number | null;
  body: string;

  constructor(fields: Note) {
    this.bookId = fields.bookId;
    this.tagId = fields.tagId;
    this.body = fields.body;
  }
}

export interface NoteWhere {
  bookId?: BigIntWhere | null;
  tagId?: NumberWhere | null;
  body?: StringWhere;
  bookTag?: BookTagWhere | null;
}

export interface NoteTypes {
  entity: Note;
  key: never;
  insert: object;
  update: object;
  where: NoteWhere;
  orderBy: { body?: OrderDirection };
  include: { bookTag?: ToOne<BookTagTypes> };
  relations: { bookTag: Maybe<BookTagTypes> };
  unique: never;
  constraint: never;
}

export interface LibraryTables {
  readonly author: TableMeta<AuthorTypes>;
  readonly book: TableMeta<BookTypes>;
  readonly tag: TableMeta<TagTypes>;
  readonly bookTag: TableMeta<BookTagTypes>;
  readonly note: TableMeta<NoteTypes>;
}

/** The library's tables as generated code would declare them for an engine. */
export function libraryTables(codecs: LibraryCodecs): LibraryTables {
  const all = (): LibraryTables => tables;
  const tables: LibraryTables = {
    author: authorTable(codecs, all),
    book: bookTable(codecs, all),
    tag: tagTable(codecs, all),
    bookTag: bookTagTable(codecs, all),
    note: noteTable(codecs, all),
  };
  return tables;
}

function authorTable({ int32, text }: LibraryCodecs, tables: () => LibraryTables): TableMeta<AuthorTypes> {
  return defineTable<AuthorTypes>({
    name: "author",
    read: (row: Row): Author =>
      new Author({
        authorId: int32.read(row[0]),
        name: text.read(row[1]),
        country: row[2] === null ? null : text.read(row[2]),
      }),
    columns: {
      authorId: { column: "author_id", codec: int32, type: "int4", filled: "default" },
      name: { column: "name", codec: text, type: "text" },
      country: { column: "country", codec: text, type: "text", nullable: true },
    },
    keys: { primaryKey: ["authorId"], name: ["name"] },
    relations: { books: { kind: "many", table: () => tables().book, from: ["authorId"], to: ["authorId"] } },
  });
}

function bookTable(codecs: LibraryCodecs, tables: () => LibraryTables): TableMeta<BookTypes> {
  const { int32, int64, text, timestamptz, json } = codecs;
  const price = codecs.decimal(2);
  const binding = codecs.enumOf<Binding>(["paper", "cloth"]);
  return defineTable<BookTypes>({
    name: "book",
    read: (row: Row): Book =>
      new Book({
        bookId: int64.read(row[0]),
        title: text.read(row[1]),
        subtitle: row[2] === null ? null : text.read(row[2]),
        authorId: int32.read(row[3]),
        sequelTo: row[4] === null ? null : int64.read(row[4]),
        pages: row[5] === null ? null : int32.read(row[5]),
        price: price.read(row[6]),
        published: row[7] === null ? null : timestamptz.read(row[7]),
        binding: binding.read(row[8]),
        extra: row[9] === null ? null : json.read(row[9]),
      }),
    columns: {
      bookId: { column: "book_id", codec: int64, type: "int8", filled: "default" },
      title: { column: "ti\"t'le", codec: text, type: "text" },
      subtitle: { column: "select", codec: text, type: "text", nullable: true },
      authorId: { column: "author_id", codec: int32, type: "int4" },
      sequelTo: { column: "sequel_to", codec: int64, type: "int8", nullable: true },
      pages: { column: "pages", codec: int32, type: "int4", nullable: true },
      price: { column: "price", codec: price, type: "numeric" },
      published: { column: "published", codec: timestamptz, type: "timestamptz", nullable: true },
      binding: { column: "binding", codec: binding, type: "binding" },
      extra: { column: "extra", codec: json, type: "jsonb", nullable: true },
    },
    keys: { primaryKey: ["bookId"] },
    relations: {
      author: { kind: "one", table: () => tables().author, from: ["authorId"], to: ["authorId"] },
      predecessor: { kind: "maybe", table: () => tables().book, from: ["sequelTo"], to: ["bookId"] },
      sequels: { kind: "many", table: () => tables().book, from: ["bookId"], to: ["sequelTo"] },
      bookTags: { kind: "many", table: () => tables().bookTag, from: ["bookId"], to: ["bookId"] },
      tags: {
        kind: "many",
        table: () => tables().tag,
        from: ["bookId"],
        to: ["tagId"],
        through: { table: () => tables().bookTag, from: ["bookId"], to: ["tagId"] },
      },
    },
  });
}

function tagTable({ int32, text }: LibraryCodecs, tables: () => LibraryTables): TableMeta<TagTypes> {
  return defineTable<TagTypes>({
    name: "tag",
    read: (row: Row): Tag => new Tag({ tagId: int32.read(row[0]), label: text.read(row[1]) }),
    columns: {
      tagId: { column: "tag_id", codec: int32, type: "int4" },
      label: { column: "label", codec: text, type: "text" },
    },
    keys: { primaryKey: ["tagId"] },
    relations: {
      books: {
        kind: "many",
        table: () => tables().book,
        from: ["tagId"],
        to: ["bookId"],
        through: { table: () => tables().bookTag, from: ["tagId"], to: ["bookId"] },
      },
    },
  });
}

function bookTagTable({ int32, int64 }: LibraryCodecs, tables: () => LibraryTables): TableMeta<BookTagTypes> {
  return defineTable<BookTagTypes>({
    name: "book_tag",
    read: (row: Row): BookTag => new BookTag({ bookId: int64.read(row[0]), tagId: int32.read(row[1]) }),
    columns: {
      bookId: { column: "book_id", codec: int64, type: "int8" },
      tagId: { column: "tag_id", codec: int32, type: "int4" },
    },
    keys: { primaryKey: ["bookId", "tagId"] },
    relations: {
      notes: { kind: "many", table: () => tables().note, from: ["bookId", "tagId"], to: ["bookId", "tagId"] },
    },
  });
}

function noteTable({ int32, int64, text }: LibraryCodecs, tables: () => LibraryTables): TableMeta<NoteTypes> {
  return defineTable<NoteTypes>({
    name: "note",
    read: (row: Row): Note =>
      new Note({
        bookId: row[0] === null ? null : int64.read(row[0]),
        tagId: row[1] === null ? null : int32.read(row[1]),
        body: text.read(row[2]),
      }),
    columns: {
      bookId: { column: "book_id", codec: int64, type: "int8", nullable: true },
      tagId: { column: "tag_id", codec: int32, type: "int4", nullable: true },
      body: { column: "body", codec: text, type: "text" },
    },
    relations: {
      bookTag: { kind: "maybe", table: () => tables().bookTag, from: ["bookId", "tagId"], to: ["bookId", "tagId"] },
    },
  });
}
