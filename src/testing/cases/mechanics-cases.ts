import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { Failure } from "../../diagnostics.js";
import { diffModels } from "../../model/diff-models.js";
import { printModel } from "../../model/model-json.js";
import { toDialectCases, type ComplianceCase } from "../compliance-case.js";
import { requireGolden } from "../model/require-golden.js";
import { namesOf, tableOf } from "../model/find-in-model.js";
import { manyTables, plainSchema, plainSchemaByDetours } from "./plain-schema.js";

/** Words that begin a statement which changes no data, on any engine. */
const harmless =
  /^\s*(?:\/\*.*?\*\/\s*)*(select|with|show|describe|explain|check|values|pragma|begin|start|commit|rollback|set|savepoint|release|use)\b/is;

/** How the catalog is read, whatever is in it. */
export const mechanicsCases: readonly ComplianceCase[] = toDialectCases([
  {
    name: "mechanics.multi_equals_single",
    capability: "catalog",
    fixture: plainSchema,
    run: async (context) => {
      const { tables, views } = await context.model();
      for (const table of tables) {
        const { model } = await context.read({ include: [table.name] });
        deepEqual(model.tables, [table]);
        deepEqual(model.views, []);
      }
      for (const view of views) deepEqual((await context.read({ include: [view.name] })).model.views, [view]);
    },
  },
  {
    name: "mechanics.query_count_is_O(kinds)_not_O(tables)",
    capability: "catalog",
    fixture: manyTables(1, 10),
    run: async (context) => {
      const database = await context.database();
      const few = await context.read();
      await database.run(context.fill(manyTables(11, 300)));
      const watched = await database.watch();
      const many = await context.read({}, watched.target);
      const seen = await watched.statements();
      await watched.stop();
      deepEqual([few.model.tables.length, many.model.tables.length], [10, 300]);
      equal(many.statements, few.statements);
      ok(many.statements <= 20, `${many.statements} statements are more than 20`);
      ok(seen.length <= 20, `the server saw ${seen.length} statements`);
    },
  },
  {
    name: "mechanics.deterministic_model_bytes",
    capability: "catalog",
    fixture: plainSchema,
    run: async (context) => {
      const printed = printModel(await context.model());
      equal(printModel(await context.model()), printed);
      const other = await context.createDatabase(plainSchemaByDetours);
      const { model } = await context.read({}, other.target);
      deepEqual(diffModels(await context.model(), model), []);
      equal(printModel(model), printed);
    },
  },
  {
    name: "mechanics.cancel_and_statement_timeout",
    capability: "timeouts",
    fixture: plainSchema,
    run: async (context) => {
      const { block, target } = await context.database();
      const { slowStatement } = context.dialect;
      if (block === undefined || slowStatement === undefined) throw new Error("the dialect blocks nothing");
      const unblock = await block();
      const started = performance.now();
      try {
        await rejects(context.read({}, target, { statementTimeoutMs: 400 }), isFailure);
      } finally {
        await unblock();
      }
      ok(performance.now() - started < 10_000, "the reading was not cut off");
      equal((await context.read()).model.tables.length, 3);
      const executor = await context.dialect.openExecutor(target);
      try {
        const begun = performance.now();
        await rejects(async () => executor.raw(slowStatement, [], { timeoutMs: 300 }), { code: "queryTimeout" });
        const controller = new AbortController();
        setTimeout(() => controller.abort(new Error("enough")), 100);
        await rejects(async () => executor.raw(slowStatement, [], { signal: controller.signal }), {
          message: "enough",
        });
        ok(performance.now() - begun < 3_000, "the statement was not cut off");
        equal((await executor.raw("select 1 as one", [])).length, 1);
      } finally {
        await executor.close();
      }
    },
  },
  {
    name: "mechanics.filters_include_exclude_regex_and_columns",
    capability: "catalog",
    fixture: plainSchema,
    run: async (context) => {
      const included = await context.read({ include: ["?o*", "author.*"], exclude: ["*.title"] });
      deepEqual(namesOf(included.model.tables), ["author", "book"]);
      const book = tableOf(included.model, "book");
      ok(!namesOf(book.columns).includes("title"));
      ok(!namesOf(book.indexes).includes("book_title"), "an index of a column that is left out stayed");
      const excluded = await context.read({ exclude: ["author", "titles"] });
      deepEqual(namesOf(excluded.model.tables), ["book", "tag"]);
      deepEqual(namesOf(tableOf(excluded.model, "book").foreignKeys), ["book_author"]);
    },
  },
  {
    name: "mechanics.unused_filter_fails",
    capability: "catalog",
    fixture: plainSchema,
    run: async (context) => {
      await rejects(context.read({ exclude: ["authr"] }), /"authr".*author|authr/);
      await rejects(context.read({ include: ["book.titel"] }), isFailure);
      await rejects(context.read({ schemas: ["elsewhere"] }), isFailure);
    },
  },
  {
    name: "mechanics.server_version_gates",
    capability: "catalog",
    fixture: plainSchema,
    run: async (context) => requireGolden(context, "plain", await context.model()),
  },
  {
    name: "mechanics.read_only_session_no_writes",
    capability: "catalog",
    fixture: plainSchema,
    run: async (context) => {
      const before = printModel(await context.model());
      const watched = await (await context.database()).watch();
      await context.read({}, watched.target);
      const statements = await watched.statements();
      await watched.stop();
      ok(statements.length > 0, "no statement was seen");
      deepEqual(
        statements.filter((text) => !harmless.test(text)),
        [],
      );
      equal(printModel(await context.model()), before);
    },
  },
  {
    name: "mechanics.secrets_never_in_model_logs_or_output",
    capability: "catalog",
    fixture: plainSchema,
    run: async (context) => {
      const { secrets, target } = await context.database();
      ok(secrets.length > 0 && secrets.every((secret) => secret.length > 2), "there is no secret to look for");
      const said: string[] = [];
      const { model, diagnostics } = await context.read({}, target, { onProgress: (what) => said.push(what) });
      said.push(printModel(model), JSON.stringify(diagnostics));
      const failure: unknown = await context.read({ exclude: ["nothing_like_it"] }).catch((error: unknown) => error);
      said.push(String(failure), JSON.stringify(failure));
      for (const secret of secrets) ok(!said.join("\n").includes(secret), "a secret was said");
    },
  },
  {
    name: "mechanics.auth_matrix",
    capability: "logins",
    fixture: plainSchema,
    run: async (context) => {
      const database = await context.database();
      const logins = Object.entries(context.dialect.logins?.(database) ?? {});
      let tried = 0;
      for (const [kind, login] of logins) {
        if (typeof login === "string") {
          ok(login.length > 10, `${kind} is left out without a reason`);
          continue;
        }
        tried += 1;
        equal((await context.read({}, login.target)).model.tables.length, 3, kind);
        await (await context.dialect.openExecutor(login.target)).close();
        if (login.wrong !== null) await rejects(context.read({}, login.wrong), isConnectionFailure, kind);
      }
      deepEqual(logins.map(([kind]) => kind).sort(), ["certificate", "integrated", "password", "token", "wallet"]);
      ok(tried > 0, "no way to log in was tried");
    },
  },
]);

function isFailure(error: unknown): boolean {
  return error instanceof Failure;
}

function isConnectionFailure(error: unknown): boolean {
  return error instanceof Failure && error.kind === "connection";
}
