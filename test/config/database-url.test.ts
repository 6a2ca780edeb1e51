import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDatabaseUrl } from "../../src/config/database-url.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const sqlite = (file: string): unknown => ({ engine: "sqlite", connection: { file } });

describe("a URL", () => {
  test.each([
    ["sqlite:shop.db", "/base/shop.db", "shop"],
    ["sqlite:data/shop.v2.sqlite", "/base/data/shop.v2.sqlite", "shop.v2"],
    ["sqlite:/abs/shop.db", "/abs/shop.db", "shop"],
    ["sqlite:///abs/shop.db", "/abs/shop.db", "shop"],
    ["sqlite://data/shop.db", "/base/data/shop.db", "shop"],
    ["SQLITE:shop", "/base/shop", "shop"],
    ["missing/shop.db", "/base/missing/shop.db", "shop"],
    ["sqlite:what?is this%20.db", "/base/what?is this%20.db", "what?is this%20"],
  ])("%s is the file %s", (url, file, name) => {
    expect(parseDatabaseUrl(url, "/base")).toMatchObject({ target: sqlite(file), name, password: null });
  });

  test.each([
    ["postgres://ann:s3cr3t@host:5432/shop?sslmode=require", "shop", "s3cr3t"],
    ["postgresql://ann:p%40ss@host/my%20shop", "my shop", "p@ss"],
    ["postgres://host/shop", "shop", null],
    ["postgres://ann@host", "ann", null],
    ["postgres://host/shop?user=ann&password=s3cr3t", "shop", "s3cr3t"],
    ["postgres:///shop", "shop", null],
    ["postgres://shop:shop@host/shop", "shop", null],
  ])("%s is of a server", (url, name, password) => {
    expect(parseDatabaseUrl(url, "/base")).toMatchObject({
      target: { engine: "postgresql", connection: url },
      name,
      password,
    });
  });

  test.each([
    ["mysql://root:s3cr3t@host/shop", "mysql"],
    ["mariadb://root:s3cr3t@host:3307/shop?ssl=true", "mariadb"],
  ])("%s is of a server of its scheme", (url, engine) => {
    expect(parseDatabaseUrl(url, "/base")).toMatchObject({
      target: { engine, connection: url },
      name: "shop",
      password: "s3cr3t",
    });
  });

  test("may be the bare path of a file that is there, whatever it is called", () => {
    const folder = temporaryFolder({ shop: "", "c:odd": "" });
    expect(parseDatabaseUrl("shop", folder).target).toEqual(sqlite(join(folder, "shop")));
    expect(parseDatabaseUrl("c:odd", folder).target).toEqual(sqlite(join(folder, "c:odd")));
  });

  test.each([
    ["postgress://root:s3cr3t@host/shop", '"postgress:" is no engine\'s scheme; did you mean "postgres"?'],
    ["mssql://root:s3cr3t@host/shop", "SQL Server is not available in this version"],
    ["oracle://root:s3cr3t@host/shop", "Oracle is not available in this version"],
    ["https://root:s3cr3t@host/shop", '"https:" is no engine\'s scheme'],
    ["postgres://root:s3cr3t@host:port/shop", "it is not a valid URL"],
    ["sqlite:", "it names no file"],
    ["shop", "it is neither a URL nor an existing file"],
  ])("%s is refused without showing its password", (url, message) => {
    const refused = (): unknown => parseDatabaseUrl(url, "/base");
    expect(refused).toThrow(message);
    expect(refused).not.toThrow("s3cr3t");
  });
});
