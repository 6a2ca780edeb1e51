import { openMysql } from "../../../src/runtime/driver/open-mysql.js";
import type { ComplianceDialect } from "../../../src/testing/index.js";
import { mysqlServerUrl } from "../../support/mariadb-database.js";
import type { DialectUnderTest } from "./dialect-under-test.js";
import { mariadbCapabilities } from "./mariadb-capabilities.js";
import { underTest } from "./mariadb-dialect.js";
import { mariadbFixtures } from "./mariadb-fixtures.js";

/** MySQL 8 or newer: nobody starts one for the tests, so its URL is in the environment. */
export function mysqlUnderTest(): Promise<DialectUnderTest> {
  return underTest({
    engine: "mysql",
    title: "MySQL",
    server: mysqlServerUrl(),
    capabilities: mysqlCapabilities(),
    fixtures: { ...ownFixtures(mariadbFixtures), ...mysqlFixtures },
    openExecutor: openMysql,
  });
}

function mysqlCapabilities(): ComplianceDialect["capabilities"] {
  const named = Object.entries(mariadbCapabilities).map(([name, state]) => [
    name,
    state === "on" ? state : { off: state.off.replaceAll("MariaDB", "MySQL") },
  ]);
  return {
    ...(Object.fromEntries(named) as ComplianceDialect["capabilities"]),
    packages: { off: "MySQL has no packages" },
    sequences: { off: "MySQL has no sequences" },
    systemVersioning: { off: "MySQL keeps no history of rows" },
  };
}

/** Without those of what MySQL lacks. */
function ownFixtures(fixtures: ComplianceDialect["fixtures"]): ComplianceDialect["fixtures"] {
  return Object.fromEntries(Object.entries(fixtures).filter(([name]) => !name.startsWith("temporal.")));
}

const mysqlFixtures: ComplianceDialect["fixtures"] = {
  "types.enum_from_check_in_and_lookup_table": `create table lookup (code varchar(10) not null primary key);
    create table checked (id integer primary key, size varchar(10) collate utf8mb4_0900_bin not null check (size in ('small', 'large')),
      code varchar(10), constraint checked_code foreign key (code) references lookup (code))`,
  "types.json_xml_uuid_bit_interval_tz_spatial_vector": {
    sql: "create table special (id integer primary key, document json, flags bit(4), at timestamp(3) null, place point)",
    model: {
      tables: {
        special: {
          columns: {
            document: { type: { kind: "json" } },
            flags: { type: { kind: "bits", length: 4 } },
            at: { type: { kind: "timestamp", precision: 3, zone: true } },
            place: { type: { kind: "opaque", name: "point", comparable: false } },
          },
        },
      },
    },
  },
  "columns.default_literal_vs_expression_vs_sequence": {
    sql: `create table filled (id integer primary key, whole integer default 7, word varchar(20) default 'it''s', price decimal(6, 2) default 1.50,
      made {timestamp} default current_timestamp(3), blank varchar(9), plain varchar(9) default null, token varchar(36) default (uuid()))`,
    model: { tables: { filled: { columns: { token: { default: { kind: "expression" } } } } } },
  },
  "index.expression_partial_include_opclass_desc_nulls": {
    sql: "create table filed (id integer primary key, name varchar(40), n integer, index filed_mixed ((lower(name)), n desc))",
    model: {
      tables: {
        filed: { indexes: { filed_mixed: { parts: [{ column: null }, { column: "n", direction: "desc" }] } } },
      },
    },
  },
  "suite.golden_models_reviewed_by_diff": `create table author (id integer unsigned auto_increment primary key, name varchar(40) not null unique,
      mood enum('sad', 'ok') not null default 'ok', active boolean not null default true);
    create table book (id bigint auto_increment primary key, author_id integer unsigned not null, title varchar(80) not null default 'untitled', document json,
      total decimal(10, 2), constraint book_author foreign key (author_id) references author (id) on delete cascade, index book_title (title(20), total desc));
    create view titles as select b.id, b.title, a.name as author from book b left join author a on a.id = b.author_id`,
};
