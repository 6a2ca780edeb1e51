import { expect, test } from "vitest";
import { codecSymbols, missingCodecs } from "../../../src/runtime/codegen/v1/symbols.js";
import * as mysql from "../../../src/runtime/codec/mysql/mysql-codecs.js";
import * as postgresql from "../../../src/runtime/codec/postgresql/postgresql-codecs.js";
import * as sqlite from "../../../src/runtime/codec/sqlite/sqlite-codecs.js";

const doors = { sqlite, postgresql, mysql, mariadb: mysql };
const engines = ["sqlite", "postgresql", "mysql", "mariadb"] as const;

test.each(engines)("every name of the codec table is in the door of %s or declared missing", (engine) => {
  const present = Object.keys(doors[engine]);
  const missing = Object.keys(missingCodecs[engine]);
  expect([...present, ...missing].sort()).toEqual(Object.keys(codecSymbols).sort());
});

test.each(engines)("the codecs of %s are objects, or functions, as the table says, under their own name", (engine) => {
  for (const [name, codec] of Object.entries<unknown>(doors[engine])) {
    const symbol = codecSymbols[name as keyof typeof codecSymbols];
    expect([name, typeof codec]).toEqual([name, symbol.factory ? "function" : "object"]);
    expect(codec).toHaveProperty("name", name);
  }
});
