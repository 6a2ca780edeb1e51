-- The lending library for MariaDB 10.6 and newer: the tables of ../sqlite/schema.sql, and a few of what only MariaDB has.
-- Text sorts by code point, as on the other engines.
ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE branch (
  branch_id INT AUTO_INCREMENT PRIMARY KEY,
  code CHAR(3) NOT NULL UNIQUE,
  name VARCHAR(80) NOT NULL,
  opened_on DATE NOT NULL,
  has_parking BOOLEAN NOT NULL DEFAULT FALSE,
  opening_hours JSON NOT NULL
);

CREATE TABLE librarian (
  librarian_id INT AUTO_INCREMENT PRIMARY KEY,
  branch_id INT NOT NULL,
  manager_id INT,
  name VARCHAR(80) NOT NULL,
  salary DECIMAL(12, 2) NOT NULL CHECK (salary > 0),
  hired_on DATE NOT NULL,
  FOREIGN KEY (branch_id) REFERENCES branch (branch_id),
  FOREIGN KEY (manager_id) REFERENCES librarian (librarian_id)
);

CREATE INDEX librarian_branch ON librarian (branch_id);

CREATE TABLE publisher (
  publisher_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(120) NOT NULL UNIQUE,
  website VARCHAR(200)
);

CREATE TABLE author (
  author_id INT AUTO_INCREMENT PRIMARY KEY,
  given_name VARCHAR(60),
  family_name VARCHAR(60) NOT NULL,
  full_name VARCHAR(121) GENERATED ALWAYS AS (concat(coalesce(concat(given_name, ' '), ''), family_name)) STORED,
  born_in SMALLINT CHECK (born_in BETWEEN -800 AND 2100)
);

CREATE INDEX author_family_name ON author (family_name, given_name);

CREATE TABLE subject (
  subject_id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(60) NOT NULL,
  parent_id INT,
  UNIQUE (parent_id, name),
  FOREIGN KEY (parent_id) REFERENCES subject (subject_id)
);

CREATE TABLE series (
  series_id INT AUTO_INCREMENT PRIMARY KEY,
  title VARCHAR(160) NOT NULL
);

CREATE TABLE book (
  book_id INT AUTO_INCREMENT PRIMARY KEY,
  isbn CHAR(13) UNIQUE,
  title VARCHAR(160) NOT NULL,
  publisher_id INT NOT NULL,
  series_id INT,
  series_number SMALLINT,
  format ENUM ('hardcover', 'paperback', 'ebook', 'audiobook') NOT NULL DEFAULT 'paperback',
  language VARCHAR(20) NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'de', 'fr', 'pt')),
  class VARCHAR(12) NOT NULL,
  published_on DATE,
  pages INT,
  list_price DECIMAL(10, 2) NOT NULL,
  readers BIGINT UNSIGNED NOT NULL DEFAULT 0,
  details JSON,
  cover MEDIUMBLOB,
  FOREIGN KEY (publisher_id) REFERENCES publisher (publisher_id),
  FOREIGN KEY (series_id) REFERENCES series (series_id) ON DELETE SET NULL
);

CREATE INDEX book_title ON book (title (40));
CREATE FULLTEXT INDEX book_title_words ON book (title);
CREATE INDEX book_publisher ON book (publisher_id);

CREATE TABLE book_author (
  book_id INT NOT NULL,
  author_id INT NOT NULL,
  position SMALLINT NOT NULL,
  role VARCHAR(20) NOT NULL DEFAULT 'author' CHECK (role IN ('author', 'editor', 'illustrator', 'translator')),
  PRIMARY KEY (book_id, author_id),
  UNIQUE (book_id, position),
  FOREIGN KEY (book_id) REFERENCES book (book_id) ON DELETE CASCADE,
  FOREIGN KEY (author_id) REFERENCES author (author_id)
);

CREATE TABLE book_subject (
  book_id INT NOT NULL,
  subject_id INT NOT NULL,
  PRIMARY KEY (book_id, subject_id),
  FOREIGN KEY (book_id) REFERENCES book (book_id) ON DELETE CASCADE,
  FOREIGN KEY (subject_id) REFERENCES subject (subject_id)
);

CREATE TABLE copy (
  book_id INT NOT NULL,
  copy_number SMALLINT NOT NULL,
  branch_id INT NOT NULL,
  barcode BIGINT NOT NULL UNIQUE,
  `condition` VARCHAR(20) NOT NULL CHECK (`condition` IN ('new', 'good', 'worn', 'lost')),
  acquired_on DATE NOT NULL,
  paid DECIMAL(10, 2) NOT NULL,
  PRIMARY KEY (book_id, copy_number),
  FOREIGN KEY (book_id) REFERENCES book (book_id),
  FOREIGN KEY (branch_id) REFERENCES branch (branch_id)
);

CREATE TABLE member (
  member_id INT AUTO_INCREMENT PRIMARY KEY,
  card_number BIGINT NOT NULL UNIQUE,
  name VARCHAR(80) NOT NULL,
  email VARCHAR(160) UNIQUE,
  `group` VARCHAR(20) NOT NULL DEFAULT 'adult' CHECK (`group` IN ('adult', 'child', 'student', 'institution')),
  branch_id INT NOT NULL,
  referred_by_id INT,
  joined_at DATETIME(3) NOT NULL,
  balance DECIMAL(10, 2) NOT NULL DEFAULT 0,
  preferences JSON,
  FOREIGN KEY (branch_id) REFERENCES branch (branch_id),
  FOREIGN KEY (referred_by_id) REFERENCES member (member_id)
);

CREATE TABLE loan (
  loan_id INT AUTO_INCREMENT PRIMARY KEY,
  book_id INT NOT NULL,
  copy_number SMALLINT NOT NULL,
  member_id INT NOT NULL,
  lent_by_id INT NOT NULL,
  returned_to_id INT,
  lent_at DATETIME(3) NOT NULL,
  due_on DATE NOT NULL,
  returned_at DATETIME(3),
  renewals SMALLINT NOT NULL DEFAULT 0,
  FOREIGN KEY (book_id, copy_number) REFERENCES copy (book_id, copy_number),
  FOREIGN KEY (member_id) REFERENCES member (member_id),
  FOREIGN KEY (lent_by_id) REFERENCES librarian (librarian_id),
  FOREIGN KEY (returned_to_id) REFERENCES librarian (librarian_id)
);

CREATE INDEX loan_member ON loan (member_id, lent_at DESC);
CREATE INDEX loan_copy ON loan (book_id, copy_number);
CREATE INDEX loan_due ON loan (due_on);

CREATE TABLE fine (
  loan_id INT PRIMARY KEY,
  amount DECIMAL(8, 2) NOT NULL CHECK (amount > 0),
  paid_at DATETIME(3),
  FOREIGN KEY (loan_id) REFERENCES loan (loan_id)
);

CREATE TABLE transfer (
  transfer_id INT AUTO_INCREMENT PRIMARY KEY,
  book_id INT NOT NULL,
  copy_number SMALLINT NOT NULL,
  from_branch_id INT NOT NULL,
  to_branch_id INT NOT NULL,
  sent_at DATETIME(3) NOT NULL,
  received_at DATETIME(3),
  FOREIGN KEY (book_id, copy_number) REFERENCES copy (book_id, copy_number),
  CHECK (from_branch_id <> to_branch_id),
  FOREIGN KEY (from_branch_id) REFERENCES branch (branch_id),
  FOREIGN KEY (to_branch_id) REFERENCES branch (branch_id)
);

CREATE TABLE `order` (
  order_id INT AUTO_INCREMENT PRIMARY KEY,
  publisher_id INT NOT NULL,
  status VARCHAR(20) NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'sent', 'delivered', 'cancelled')),
  placed_at DATETIME(3) NOT NULL,
  note TEXT,
  FOREIGN KEY (publisher_id) REFERENCES publisher (publisher_id)
);

CREATE TABLE order_line (
  order_id INT NOT NULL,
  line_number SMALLINT NOT NULL,
  book_id INT NOT NULL,
  quantity INT NOT NULL CHECK (quantity > 0),
  unit_price DECIMAL(10, 2) NOT NULL,
  line_total DECIMAL(12, 2) GENERATED ALWAYS AS (round(quantity * unit_price, 2)) STORED,
  PRIMARY KEY (order_id, line_number),
  FOREIGN KEY (order_id) REFERENCES `order` (order_id) ON DELETE CASCADE,
  FOREIGN KEY (book_id) REFERENCES book (book_id)
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

-- What only MariaDB has.
CREATE SEQUENCE event_number START WITH 1000 INCREMENT BY 10;

CREATE TABLE event (
  event_id BIGINT UNSIGNED NOT NULL DEFAULT nextval(event_number) PRIMARY KEY,
  branch_id INT NOT NULL,
  title VARCHAR(120) NOT NULL COMMENT 'As it stands on the poster. Ends like a comment: */ and goes on.',
  held_on DATE NOT NULL,
  starts TIME NOT NULL,
  season YEAR NOT NULL,
  languages SET ('en', 'de', 'fr', 'pt') NOT NULL DEFAULT 'en' COMMENT 'In the order of the catalog, whatever order they are given in.',
  seats SMALLINT UNSIGNED NOT NULL CHECK (seats > 0),
  doors BIT(4) NOT NULL DEFAULT b'0001' COMMENT 'One bit for each entrance.',
  ticket UUID NOT NULL DEFAULT uuid(),
  weekday VARCHAR(9) AS (dayname(held_on)) VIRTUAL,
  internal_note VARCHAR(200) INVISIBLE,
  changed_at DATETIME(6) NOT NULL DEFAULT current_timestamp(6) ON UPDATE current_timestamp(6),
  FOREIGN KEY (branch_id) REFERENCES branch (branch_id)
) COMMENT 'Readings, courses and other evenings.';

CREATE TABLE room_price (
  branch_id INT NOT NULL,
  room VARCHAR(40) NOT NULL,
  hourly DECIMAL(8, 2) NOT NULL,
  PRIMARY KEY (branch_id, room),
  FOREIGN KEY (branch_id) REFERENCES branch (branch_id)
) COMMENT 'Old prices stay readable: the table keeps its history.' WITH SYSTEM VERSIONING;

DELIMITER //

CREATE FUNCTION days_late(due DATE, back DATE) RETURNS INT DETERMINISTIC
COMMENT 'Days past the due date; 0 for what is in time.'
RETURN greatest(0, datediff(back, due)) //

CREATE PROCEDURE member_loans(IN card BIGINT, OUT open_loans INT, OUT owed DECIMAL(10, 2))
READS SQL DATA
BEGIN
  SELECT count(loan.loan_id) INTO open_loans
  FROM member JOIN loan ON loan.member_id = member.member_id
  WHERE member.card_number = card AND loan.returned_at IS NULL;
  SELECT balance INTO owed FROM member WHERE card_number = card;
  SELECT book.title, loan.due_on
  FROM member JOIN loan ON loan.member_id = member.member_id JOIN book ON book.book_id = loan.book_id
  WHERE member.card_number = card AND loan.returned_at IS NULL
  ORDER BY loan.due_on, loan.loan_id;
END //

DELIMITER ;
