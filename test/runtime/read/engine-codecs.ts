import * as mysql from "../../../src/runtime/codec/mysql/mysql-codecs.js";
import * as postgresql from "../../../src/runtime/codec/postgresql/postgresql-codecs.js";
import * as sqlite from "../../../src/runtime/codec/sqlite/sqlite-codecs.js";
import type { LibraryCodecs } from "./library-tables.js";

export const sqliteCodecs: LibraryCodecs = sqlite;
export const mysqlCodecs: LibraryCodecs = mysql;
export const postgresqlCodecs: LibraryCodecs = postgresql;
