import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openInspector } from "../../src/introspect/open-inspector.js";

describe("opening a database", () => {
  it("fails for an engine that there is not, and names the nearest", async () => {
    const opening = openInspector({ engine: "postgresq", connection: "postgres://localhost/x" });
    await expect(opening).rejects.toMatchObject({
      kind: "config",
      message: 'engine: opening "postgresq": there is no such engine; did you mean "postgresql"?',
    });
  });

  it("gives an inspector of the engine", async () => {
    const inspector = await openInspector({ engine: "sqlite", connection: { database: new Database(":memory:") } });
    const { model } = await inspector.read({ schemas: null, statementTimeoutMs: 1000 });
    await inspector.close();
    expect(model).toMatchObject({ engine: "sqlite", tables: [] });
  });
});
