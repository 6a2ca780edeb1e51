CREATE TABLE author (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'who it is',
  email VARCHAR(120) NOT NULL,
  pen_name VARCHAR(40) COLLATE utf8mb4_bin DEFAULT 'it''s "q" \\ b',
  born DATE DEFAULT NULL,
  status ENUM('open', 'it''s, done', 'a\\b') NOT NULL DEFAULT 'open',
  tags SET('red', 'green', '') NOT NULL DEFAULT 'red,green',
  active TINYINT(1) NOT NULL DEFAULT 1,
  rank_no TINYINT(1) UNSIGNED NOT NULL DEFAULT 0,
  flag BIT(1) NOT NULL DEFAULT b'0',
  mask BIT(12) NOT NULL DEFAULT b'101',
  code INT(6) UNSIGNED ZEROFILL DEFAULT NULL,
  hired YEAR DEFAULT 2020,
  salary DECIMAL(12,2) UNSIGNED NOT NULL DEFAULT 1.50,
  score FLOAT DEFAULT 0.5,
  weight DOUBLE DEFAULT NULL,
  profile JSON DEFAULT NULL CHECK (json_valid(profile)),
  token UUID DEFAULT uuid(),
  address4 INET4 DEFAULT NULL,
  address6 INET6 DEFAULT NULL,
  place POINT DEFAULT NULL,
  photo MEDIUMBLOB DEFAULT NULL,
  digest BINARY(16) DEFAULT NULL,
  short_bytes VARBINARY(8) DEFAULT NULL,
  biography TEXT DEFAULT NULL,
  notes LONGTEXT DEFAULT NULL,
  country CHAR(2) NOT NULL DEFAULT 'de',
  tiny TINYINT NOT NULL DEFAULT -3,
  small SMALLINT DEFAULT NULL,
  medium MEDIUMINT DEFAULT NULL,
  big BIGINT UNSIGNED DEFAULT NULL,
  wakes TIME(3) DEFAULT '10:00:00',
  seen DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6),
  created TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  full_name VARCHAR(200) GENERATED ALWAYS AS (CONCAT(pen_name, ' <', email, '>')) STORED,
  email_length INT GENERATED ALWAYS AS (CHAR_LENGTH(email)) VIRTUAL,
  secret VARCHAR(20) INVISIBLE DEFAULT 'x',
  computed INT NOT NULL DEFAULT (1 + 2),
  PRIMARY KEY (id),
  UNIQUE KEY author_email (email) COMMENT 'one mail each',
  UNIQUE KEY author_country_tiny (country, tiny),
  KEY author_born (born DESC, active),
  KEY author_biography (biography(20)),
  KEY author_small (small) IGNORED,
  FULLTEXT KEY author_words (biography, notes),
  CONSTRAINT author_country CHECK (country IN ('de', 'fr')),
  CONSTRAINT author_tiny CHECK (tiny < 100)
) COMMENT = 'Who writes.';

CREATE TABLE place_of (
  id INT NOT NULL PRIMARY KEY,
  at POINT NOT NULL,
  SPATIAL KEY place_at (at)
) ENGINE = InnoDB ROW_FORMAT = COMPRESSED;

CREATE TABLE book (
  author_id INT UNSIGNED NOT NULL,
  number SMALLINT NOT NULL,
  kind VARCHAR(10) COLLATE utf8mb4_bin NOT NULL CHECK (kind IN ('novel', 'poem')),
  title VARCHAR(100) NOT NULL,
  editor_id INT UNSIGNED DEFAULT NULL,
  PRIMARY KEY (author_id, number),
  CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT book_editor FOREIGN KEY (editor_id) REFERENCES author (id) ON DELETE SET NULL
);

CREATE TABLE chapter (
  author_id INT UNSIGNED NOT NULL,
  number SMALLINT NOT NULL,
  place INT NOT NULL,
  PRIMARY KEY (author_id, number, place),
  CONSTRAINT chapter_book FOREIGN KEY (author_id, number) REFERENCES book (author_id, number)
);

CREATE TABLE cache_entry (name VARCHAR(20) NOT NULL, hits INT, KEY entry_name (name) USING HASH) ENGINE = MEMORY;

CREATE TABLE Author_Case (id INT PRIMARY KEY);
CREATE TABLE author_case (code INT PRIMARY KEY, label VARCHAR(5));

CREATE TABLE shelf (
  id INT NOT NULL PRIMARY KEY,
  mood VARCHAR(10) CHECK (mood IN ('calm', 'wild')),
  code CHAR(2) COLLATE utf8mb4_bin CHECK (code = 'ab' OR code = 'cd'),
  level INT CHECK (level IN (1, -2))
) COLLATE utf8mb4_nopad_bin;

CREATE TABLE price (
  product INT NOT NULL,
  amount DECIMAL(10,2) NOT NULL,
  valid_from TIMESTAMP(6) GENERATED ALWAYS AS ROW START,
  valid_to TIMESTAMP(6) GENERATED ALWAYS AS ROW END,
  PERIOD FOR SYSTEM_TIME (valid_from, valid_to),
  PRIMARY KEY (product, valid_to)
) WITH SYSTEM VERSIONING;

CREATE TABLE history (id INT PRIMARY KEY, note TEXT) WITH SYSTEM VERSIONING;

CREATE TABLE measurement (
  taken DATE NOT NULL,
  site INT NOT NULL,
  value DOUBLE,
  PRIMARY KEY (taken, site)
) PARTITION BY RANGE (YEAR(taken)) SUBPARTITION BY HASH (site) SUBPARTITIONS 2 (
  PARTITION p2024 VALUES LESS THAN (2025),
  PARTITION p2025 VALUES LESS THAN (2026),
  PARTITION later VALUES LESS THAN MAXVALUE
);

CREATE TABLE region (
  code VARCHAR(2) NOT NULL PRIMARY KEY
) PARTITION BY LIST COLUMNS (code) (PARTITION west VALUES IN ('de', 'fr'), PARTITION east VALUES IN ('jp'));

CREATE SEQUENCE ticket START WITH 100 INCREMENT BY 5 MINVALUE 10 MAXVALUE 9000 CACHE 7 CYCLE COMMENT 'numbers';
CREATE SEQUENCE plain_numbers;
CREATE TABLE ticketed (id BIGINT NOT NULL DEFAULT (NEXT VALUE FOR ticket) PRIMARY KEY, label VARCHAR(10));

CREATE VIEW whole_books AS SELECT author_id, number, kind, title FROM book;
CREATE VIEW again AS SELECT w.title, w.number, w.author_id FROM whole_books w;
CREATE VIEW book_and_author AS SELECT b.author_id, b.number, b.title, a.email, a.profile, a.email_length FROM book b JOIN author a ON a.id = b.author_id;
CREATE VIEW both_names AS SELECT title FROM book UNION SELECT email FROM author;
CREATE VIEW book_titles AS SELECT author_id, number, title, UPPER(title) AS loud FROM book;
CREATE ALGORITHM = TEMPTABLE VIEW book_counts AS SELECT author_id, COUNT(*) AS books FROM book GROUP BY author_id;
CREATE SQL SECURITY INVOKER VIEW german AS SELECT id, country FROM author WHERE country = 'de' WITH CASCADED CHECK OPTION;
CREATE TABLE gone (id INT PRIMARY KEY);
CREATE VIEW broken AS SELECT id FROM gone;
DROP TABLE gone;

CREATE FUNCTION full_price(amount DECIMAL(10,2), rate DOUBLE) RETURNS DECIMAL(12,2) DETERMINISTIC NO SQL COMMENT 'with tax' RETURN amount * (1 + rate);
CREATE FUNCTION book_total() RETURNS INT NOT DETERMINISTIC READS SQL DATA RETURN (SELECT COUNT(*) FROM book);
CREATE PROCEDURE count_books(IN author INT UNSIGNED, OUT total INT, INOUT mood ENUM('a', 'b'))
  READS SQL DATA SELECT COUNT(*) INTO total FROM book WHERE author_id = author;
CREATE FUNCTION twin() RETURNS INT DETERMINISTIC RETURN 1;
CREATE PROCEDURE twin() SELECT 1;
CREATE TRIGGER book_before BEFORE INSERT ON book FOR EACH ROW SET NEW.title = TRIM(NEW.title);
CREATE TRIGGER book_after AFTER DELETE ON book FOR EACH ROW UPDATE author SET small = small - 1 WHERE id = OLD.author_id;
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE COMMENT 'cleans' DO DELETE FROM cache_entry;
CREATE EVENT once ON SCHEDULE AT '2037-01-01 12:00:00' ON COMPLETION PRESERVE DO DELETE FROM cache_entry;
