/** A small schema of what every engine has, made in this order or another. */
export const plainTables = {
  author: `create table author (id integer not null, name varchar(40) not null, born integer, constraint author_key primary key (id),
    constraint author_name unique (name))`,
  book: `create table book (id integer not null, author_id integer, title varchar(80) not null, price decimal(8, 2) default 1.50 not null, pages integer,
    constraint book_key primary key (id), constraint book_author foreign key (author_id) references author (id) on delete cascade,
    constraint book_pages check (pages > 0))`,
  tag: "create table tag (id integer not null, word varchar(20) not null, constraint tag_key primary key (id))",
} as const;

const { author, book, tag } = plainTables;
const titles = "create view titles as select b.id, b.title, a.name from book b join author a on a.id = b.author_id";

export const plainSchema = [author, book, tag, titles, "create index book_title on book (title)"].join(";\n");

/** The same, by another way. */
export const plainSchemaByDetours = [
  "create table gone (id integer not null primary key)",
  tag,
  author.replace("name varchar(40)", "passing varchar(9), name varchar(40)"),
  book,
  "create index book_title on book (title)",
  "create view gone_view as select id from gone",
  "drop view gone_view",
  "drop table gone",
  "alter table author drop column passing",
  titles,
].join(";\n");

/** So many tables, each with a key, a foreign key, a unique key, a check and an index. */
export function manyTables(first: number, last: number): string {
  const numbers = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return numbers
    .map(
      (
        number,
      ) => `create table t${number} (id integer not null primary key, parent integer, code varchar(9) not null, state varchar(9) not null,
        constraint t${number}_code unique (code), constraint t${number}_state check (state in ('a', 'b')),
        constraint t${number}_parent foreign key (parent) references t${Math.max(first, number - 1)} (id));
        create index t${number}_at on t${number} (state)`,
    )
    .join(";\n");
}
