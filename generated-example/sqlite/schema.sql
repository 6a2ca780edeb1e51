-- The lending library for SQLite: the same tables as ../postgresql/schema.sql, in SQLite's words.
PRAGMA foreign_keys = ON;

CREATE TABLE branch (
  branch_id INTEGER PRIMARY KEY,
  code CHAR(3) NOT NULL UNIQUE,
  name VARCHAR(80) NOT NULL,
  opened_on DATE NOT NULL,
  has_parking BOOLEAN NOT NULL DEFAULT 0,
  opening_hours JSON NOT NULL
);

CREATE TABLE librarian (
  librarian_id INTEGER PRIMARY KEY,
  branch_id INTEGER NOT NULL REFERENCES branch (branch_id),
  manager_id INTEGER REFERENCES librarian (librarian_id),
  name VARCHAR(80) NOT NULL,
  salary DECIMAL(12, 2) NOT NULL CHECK (salary > 0),
  hired_on DATE NOT NULL
);

CREATE INDEX librarian_branch ON librarian (branch_id);

CREATE TABLE publisher (
  publisher_id INTEGER PRIMARY KEY,
  name VARCHAR(120) NOT NULL UNIQUE,
  website VARCHAR(200)
);

CREATE TABLE author (
  author_id INTEGER PRIMARY KEY,
  given_name VARCHAR(60),
  family_name VARCHAR(60) NOT NULL,
  full_name VARCHAR(121) NOT NULL GENERATED ALWAYS AS (coalesce(given_name || ' ', '') || family_name) STORED,
  born_in SMALLINT CHECK (born_in BETWEEN -800 AND 2100)
);

CREATE INDEX author_family_name ON author (family_name, given_name);

CREATE TABLE subject (
  subject_id INTEGER PRIMARY KEY,
  name VARCHAR(60) NOT NULL,
  parent_id INTEGER REFERENCES subject (subject_id),
  UNIQUE (parent_id, name)
);

CREATE TABLE series (
  series_id INTEGER PRIMARY KEY,
  title VARCHAR(160) NOT NULL
);

CREATE TABLE book (
  book_id INTEGER PRIMARY KEY,
  isbn CHAR(13) UNIQUE,
  title VARCHAR(160) NOT NULL,
  publisher_id INTEGER NOT NULL REFERENCES publisher (publisher_id),
  series_id INTEGER REFERENCES series (series_id) ON DELETE SET NULL,
  series_number SMALLINT,
  format TEXT NOT NULL DEFAULT 'paperback' CHECK (format IN ('hardcover', 'paperback', 'ebook', 'audiobook')),
  language TEXT NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'de', 'fr', 'pt')),
  class VARCHAR(12) NOT NULL,
  published_on DATE,
  pages INTEGER,
  list_price DECIMAL(10, 2) NOT NULL,
  readers BIGINT NOT NULL DEFAULT 0,
  details JSON,
  cover BLOB,
  CHECK (series_number IS NULL OR series_id IS NOT NULL)
);

CREATE INDEX book_title ON book (title);
CREATE INDEX book_publisher ON book (publisher_id);

CREATE TABLE book_author (
  book_id INTEGER NOT NULL REFERENCES book (book_id) ON DELETE CASCADE,
  author_id INTEGER NOT NULL REFERENCES author (author_id),
  position SMALLINT NOT NULL,
  role TEXT NOT NULL DEFAULT 'author' CHECK (role IN ('author', 'editor', 'illustrator', 'translator')),
  PRIMARY KEY (book_id, author_id),
  UNIQUE (book_id, position)
);

CREATE TABLE book_subject (
  book_id INTEGER NOT NULL REFERENCES book (book_id) ON DELETE CASCADE,
  subject_id INTEGER NOT NULL REFERENCES subject (subject_id),
  PRIMARY KEY (book_id, subject_id)
);

CREATE TABLE copy (
  book_id INTEGER NOT NULL REFERENCES book (book_id),
  copy_number SMALLINT NOT NULL,
  branch_id INTEGER NOT NULL REFERENCES branch (branch_id),
  barcode BIGINT NOT NULL UNIQUE,
  condition TEXT NOT NULL CHECK (condition IN ('new', 'good', 'worn', 'lost')),
  acquired_on DATE NOT NULL,
  paid DECIMAL(10, 2) NOT NULL,
  PRIMARY KEY (book_id, copy_number)
);

CREATE TABLE member (
  member_id INTEGER PRIMARY KEY,
  card_number BIGINT NOT NULL UNIQUE,
  name VARCHAR(80) NOT NULL,
  email VARCHAR(160) UNIQUE,
  "group" TEXT NOT NULL DEFAULT 'adult' CHECK ("group" IN ('adult', 'child', 'student', 'institution')),
  branch_id INTEGER NOT NULL REFERENCES branch (branch_id),
  referred_by_id INTEGER REFERENCES member (member_id),
  joined_at DATETIME NOT NULL,
  balance DECIMAL(10, 2) NOT NULL DEFAULT 0,
  preferences JSON
);

CREATE TABLE loan (
  loan_id INTEGER PRIMARY KEY,
  book_id INTEGER NOT NULL,
  copy_number SMALLINT NOT NULL,
  member_id INTEGER NOT NULL REFERENCES member (member_id),
  lent_by_id INTEGER NOT NULL REFERENCES librarian (librarian_id),
  returned_to_id INTEGER REFERENCES librarian (librarian_id),
  lent_at DATETIME NOT NULL,
  due_on DATE NOT NULL,
  returned_at DATETIME,
  renewals SMALLINT NOT NULL DEFAULT 0,
  FOREIGN KEY (book_id, copy_number) REFERENCES copy (book_id, copy_number)
);

CREATE INDEX loan_member ON loan (member_id, lent_at);
CREATE INDEX loan_copy ON loan (book_id, copy_number);
CREATE INDEX loan_open ON loan (due_on) WHERE returned_at IS NULL;

CREATE TABLE fine (
  loan_id INTEGER PRIMARY KEY REFERENCES loan (loan_id),
  amount DECIMAL(8, 2) NOT NULL CHECK (amount > 0),
  paid_at DATETIME
);

CREATE TABLE transfer (
  transfer_id INTEGER PRIMARY KEY,
  book_id INTEGER NOT NULL,
  copy_number SMALLINT NOT NULL,
  from_branch_id INTEGER NOT NULL REFERENCES branch (branch_id),
  to_branch_id INTEGER NOT NULL REFERENCES branch (branch_id),
  sent_at DATETIME NOT NULL,
  received_at DATETIME,
  FOREIGN KEY (book_id, copy_number) REFERENCES copy (book_id, copy_number),
  CHECK (from_branch_id <> to_branch_id)
);

CREATE TABLE "order" (
  order_id INTEGER PRIMARY KEY,
  publisher_id INTEGER NOT NULL REFERENCES publisher (publisher_id),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'sent', 'delivered', 'cancelled')),
  placed_at DATETIME NOT NULL,
  note TEXT
);

CREATE TABLE order_line (
  order_id INTEGER NOT NULL REFERENCES "order" (order_id) ON DELETE CASCADE,
  line_number SMALLINT NOT NULL,
  book_id INTEGER NOT NULL REFERENCES book (book_id),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit_price DECIMAL(10, 2) NOT NULL,
  line_total DECIMAL(12, 2) NOT NULL GENERATED ALWAYS AS (round(quantity * unit_price, 2)) STORED,
  PRIMARY KEY (order_id, line_number)
);

CREATE VIEW open_loan AS
SELECT loan.loan_id, loan.due_on, member.name AS member_name, book.title, copy.barcode, branch.code AS branch_code
FROM loan
JOIN member ON member.member_id = loan.member_id
JOIN book ON book.book_id = loan.book_id
JOIN copy ON copy.book_id = loan.book_id AND copy.copy_number = loan.copy_number
JOIN branch ON branch.branch_id = copy.branch_id
WHERE loan.returned_at IS NULL;

CREATE VIEW branch_stock AS
SELECT branch.branch_id, branch.name, count(copy.book_id) AS copies, count(DISTINCT copy.book_id) AS titles
FROM branch
LEFT JOIN copy ON copy.branch_id = branch.branch_id AND copy.condition <> 'lost'
GROUP BY branch.branch_id, branch.name;
