import { describe, expect, it } from "vitest";
import { toCatalogStatement } from "../../../src/introspect/oracle/catalog-query.js";
import { openOracleConnection } from "../../../src/introspect/oracle/oracle-connection.js";
import { toDriverOptions } from "../../../src/introspect/oracle/oracle-driver-options.js";
import { toConnectionFailure } from "../../../src/introspect/oracle/oracle-failure.js";

describe("a URL", () => {
  it("names a service, a SID, or neither", () => {
    expect(toDriverOptions("oracle://u%40x:p%2Fw@db/shop?protocol=tcps&sslServerDNMatch=false")).toEqual({
      options: { user: "u@x", password: "p/w", connectString: "tcps://db:1521/shop", sslServerDNMatch: false },
      address: "tcps://db:1521/shop",
    });
    expect(toDriverOptions("oracle://u@db:1522/?sid=XE").options["connectString"]).toBe(
      "(DESCRIPTION=(ADDRESS=(PROTOCOL=tcp)(HOST=db)(PORT=1522))(CONNECT_DATA=(SID=XE)))",
    );
    expect(toDriverOptions("oracle:///?connectString=shop_high&configDir=/etc/tns").address).toBe("shop_high");
    expect(() => toDriverOptions({ user: "u" })).toThrow("oracle: connecting: no server is named");
  });
});

describe("a failure", () => {
  it("says that nobody listens", async () => {
    await expect(openOracleConnection("oracle://u:s3cr3t@127.0.0.1:1/shop")).rejects.toMatchObject({
      kind: "connection",
      message: 'oracle: connecting at "127.0.0.1:1/shop": no server listens there',
    });
  });

  it("tells a refused login from a refused statement", () => {
    const refused = (code: string): Error => Object.assign(new Error(`${code}: no`), { code });
    const attempt = { address: "db", doing: "reading tables" };
    expect(toConnectionFailure(refused("ORA-01017"), { address: "db" })).toMatchObject({
      kind: "connection",
      message: 'oracle: connecting at "db": user or password is wrong',
    });
    expect(toConnectionFailure(refused("ORA-00942"), attempt)).toMatchObject({ kind: "catalog" });
    expect(toConnectionFailure(refused("NJS-500"), attempt)).toMatchObject({ kind: "connection" });
  });
});

it("a question binds every owner", () => {
  const query = { name: "tables", columns: { name: "TABLE_NAME" }, from: "ALL_TABLES WHERE OWNER IN (:owners)" };
  expect(toCatalogStatement<{ name: string }>(query, ["A", "B"])).toMatchObject({
    sql: "SELECT TABLE_NAME FROM ALL_TABLES WHERE OWNER IN (:owner0, :owner1)",
    values: { owner0: "A", owner1: "B" },
  });
});
