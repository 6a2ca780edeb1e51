import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { verifyFiles } from "../../emit/verify-files.js";
import { applyViewRules } from "../../introspect/view-rules.js";
import { own, toDialectCases, type ComplianceCase } from "../compliance-case.js";
import { readStated, requireShown } from "../model/expect-part.js";
import { columnOf, namesOf, tableOf, viewOf } from "../model/find-in-model.js";
import { generateText } from "../module/generate-text.js";
import { callRoutine, withGenerated } from "../module/with-generated.js";

const sample = `create table author (id integer not null primary key, name varchar(40) not null, born integer);
  create table book (id integer not null primary key, author_id integer references author (id), title varchar(80) not null,
    foreign key (author_id) references author (id))`;

/** Views and everything else that is neither a table nor a part of one. */
export const objectCases: readonly ComplianceCase[] = toDialectCases([
  {
    name: "schemas.not_on_search_path_visible",
    capability: "roles",
    fixture: own,
    run: async (context) => {
      const { target, reader } = await context.database();
      if (reader === undefined) throw new Error("the database has no target for the role that owns nothing");
      const owner = await context.readSchemas("compliance_aside", target);
      ok(
        tableOf(owner.model, "compliance_aside.thing"),
        "the owner does not see a schema that is not on the search path",
      );
      const least = await context.readSchemas("compliance_aside", reader);
      const unreported = namesOf(owner.model.tables).filter((name) => !namesOf(least.model.tables).includes(name));
      const reported = least.diagnostics.map(({ subject }) => subject);
      deepEqual(
        unreported.filter((name) => !reported.some((subject) => subject.includes(name))),
        [],
        "a role that may see less must be told so",
      );
    },
  },
  {
    name: "views.columns_types_and_definition",
    capability: "views",
    fixture: `${sample}; create view titles as select id, title from book where id > 0`,
    run: async (context) => {
      const model = await context.model();
      const titles = viewOf(model, "titles");
      deepEqual(namesOf(model.views), ["titles"]);
      deepEqual(namesOf(titles.columns), ["id", "title"]);
      deepEqual(
        titles.columns.map((column) => column.type.kind),
        ["integer", "text"],
      );
      ok(/select/i.test(titles.definition ?? "") && /book/.test(titles.definition ?? ""), "the definition is missing");
    },
  },
  {
    name: "views.nullability_inferred_or_marked_unknown",
    capability: "viewNullability",
    fixture: `${sample};
      create view joined as select b.title, a.name from book b join author a on a.id = b.author_id;
      create view outer_joined as select b.title, a.name from book b left join author a on a.id = b.author_id;
      create view summed as select count(*) as books, max(title) as last_title from book;
      create view chosen as select title from book union all select name from author`,
    run: async (context) => {
      const model = await context.model();
      equal(columnOf(viewOf(model, "outer_joined"), "name").nullable, true);
      equal(columnOf(viewOf(model, "summed"), "last_title").nullable, true);
      equal(columnOf(viewOf(model, "joined"), "title").nullable, false);
      equal(columnOf(viewOf(model, "joined"), "name").nullable, false);
      // The side of an outer join that is always there: proved, or said to be unknown.
      const kept = columnOf(viewOf(model, "outer_joined"), "title");
      ok(!kept.nullable || kept.nullability === "unknown");
      for (const column of model.views.flatMap((view) => view.columns)) {
        const isKnown = column.nullability !== "unknown";
        ok(isKnown || column.nullable, `${column.name} is unknown, and not nullable`);
      }
    },
  },
  {
    name: "views.updatable_and_declared_key_override",
    capability: "updatableViews",
    partly: ["countsOfViews"],
    fixture: `${sample}; create view writable as select id, title from book; create view summed as select count(*) as books from book`,
    run: async (context) => {
      const model = await context.model();
      equal(viewOf(model, "writable").updatable, true);
      equal(viewOf(model, "summed").updatable, false);
      const proved = viewOf(model, "writable").keys?.find((key) => key.columns.join() === "id");
      equal(proved?.source, "proved", "the key of the table is not known to be the view's");
      await withGenerated(context, { name: "views", model }, async (db) => {
        const { writables } = db;
        if (writables === undefined) throw new Error("the view has no repository");
        equal((await writables.insert({ id: 1, title: "One" }))["title"], "One");
        equal((await writables.update(1, { title: "Two" }))?.["title"], "Two");
        equal((await writables.get(1))["title"], "Two");
        const isGone = await writables.delete(1);
        if (context.has("countsOfViews")) equal(isGone, true);
        equal(await writables.find(1), undefined);
      });
      const rules = [{ view: "summed", key: ["books"] }];
      const asserted = viewOf(applyViewRules(model, rules), "summed");
      deepEqual(asserted.keys, [{ columns: ["books"], source: "asserted" }]);
      const { nullable, nullability } = columnOf(asserted, "books");
      ok(!nullable && nullability !== "unknown");
      throws(() => applyViewRules(model, [{ view: "sumed", key: ["books"] }]), /summed/);
    },
  },
  {
    name: "matviews.listed_with_indexes",
    capability: "materializedViews",
    fixture: `${sample}; create materialized view kept as select id, title from book; create unique index kept_id on kept (id)`,
    run: async (context) => {
      const kept = viewOf(await context.model(), "kept");
      equal(kept.kind, "materialized");
      deepEqual(namesOf(kept.columns), ["id", "title"]);
      deepEqual(
        kept.indexes.map(({ name, unique }) => ({ name, unique })),
        [{ name: "kept_id", unique: true }],
      );
    },
  },
  {
    name: "routines.overloads_in_out_defaults_setof",
    capability: "routines",
    fixture: own,
    run: async (context) => {
      const model = await readStated(context);
      const { routines } = model;
      requireShown(
        routines.some(({ kind }) => kind === "function"),
        "function",
      );
      requireShown(
        routines.some(({ kind }) => kind === "procedure"),
        "procedure",
      );
      requireShown(
        routines.some(({ parameters }) => parameters.some(({ mode }) => mode !== "in")),
        "parameter that goes out",
      );
      const identities = routines.map(({ schema, name, signature }) => `${schema}.${name}(${signature})`);
      equal(new Set(identities).size, identities.length, "two overloads cannot be told apart");
      await withGenerated(context, { name: "routines", model }, async (db) => {
        equal(await callRoutine(db, "acreage", { width: 6, height: 7 }), 42);
        const counted = (await callRoutine(db, "bump", { counted: 1 })) as Readonly<Record<string, unknown>>;
        equal(counted["counted"], 2);
      });
    },
  },
  {
    name: "routines.table_valued_as_relation",
    capability: "tableFunctions",
    fixture: own,
    run: async (context) => {
      const model = await readStated(context);
      const { routines } = model;
      const [rows] = routines.filter(({ returns }) => returns?.set === true);
      ok(rows, "the fixture shows no function that gives rows, or it was not read");
      ok(
        rows.parameters.some(({ mode }) => mode === "table" || mode === "out") ||
          rows.returns?.type.kind !== "unsupported",
        "what its rows hold is not known",
      );
      await withGenerated(context, { name: "tables", model }, async (db) => {
        const found = (await callRoutine(db, "found", { wanted: "x" })) as readonly object[];
        deepEqual(
          found.map((row) => ({ ...row })),
          [{ id: 1, name: "x" }],
        );
      });
    },
  },
  unread("packages.constants_and_routines", "packages"),
  unread("synonyms.resolved_target", "synonyms"),
  {
    name: "triggers.names_events_timing",
    capability: "triggers",
    fixture: own,
    run: async (context) => {
      const model = await readStated(context);
      const { triggers } = tableOf(model, "watched");
      deepEqual(namesOf(triggers), ["after_any", "before_insert"]);
      deepEqual(
        triggers.map(({ timing }) => timing),
        ["after", "before"],
      );
      deepEqual(triggers.find(({ name }) => name === "before_insert")?.events, ["insert"]);
      ok(
        triggers.every(({ level, definition }) => level === "row" && definition !== ""),
        "the body is missing",
      );
    },
  },
  {
    name: "sequences.start_increment_min_max_cycle_cache_owned_by",
    capability: "sequences",
    fixture: "create sequence counter start with 5 increment by 3 minvalue 2 maxvalue 500 cache 7 cycle",
    run: async (context) => {
      const { sequences, defaultSchema } = await readStated(context);
      const counter = sequences.find(({ name }) => name === "counter");
      const { schema, start, increment, min, max, cache, cycle, ownedBy } = counter ?? {};
      deepEqual(
        { schema, start, increment, min, max, cache, cycle, ownedBy },
        {
          schema: defaultSchema,
          start: "5",
          increment: "3",
          min: "2",
          max: "500",
          cache: "7",
          cycle: true,
          ownedBy: null,
        },
      );
    },
  },
  {
    name: "partitions.parent_only_by_default_children_listed",
    capability: "partitions",
    fixture: own,
    run: async (context) => {
      const model = await readStated(context);
      const parent = tableOf(model, "measured");
      deepEqual(
        parent.partitioning?.partitions.map(({ name }) => name),
        ["measured_new", "measured_old"],
      );
      const paths = (await generateText(model, { name: "parts" })).map(({ path }) => path);
      deepEqual(
        paths.filter((path) => path.startsWith("tables/")),
        ["tables/measured.ts"],
      );
    },
  },
  {
    name: "temporal.system_versioned_history_and_period_columns",
    capability: "systemVersioning",
    fixture: own,
    run: async (context) => {
      const model = await readStated(context);
      const versioned = tableOf(model, "versioned");
      requireShown(
        JSON.stringify(versioned.extra).toLowerCase().includes("version"),
        "word of the table's versions among the engine's own facts",
      );
      const period = versioned.columns.filter(({ generated }) => generated !== null);
      equal(period.length, 2, "the columns of the period can be written");
    },
  },
  {
    name: "privileges.table_column_grants_and_policies_reported",
    capability: "privileges",
    fixture: own,
    run: async (context) => {
      const { reader } = await context.database();
      if (reader === undefined) throw new Error("the database has no target for the role that owns nothing");
      const { model } = await context.read({}, reader);
      const account = tableOf(model, "account");
      deepEqual(account.privileges, { select: "all", insert: ["id", "name"], update: ["name"], delete: "none" });
      equal(tableOf((await context.read()).model, "account").privileges, undefined);
      const files = await generateText(model, { name: "role", respectPrivileges: true });
      const probe = (call: string): (() => void) => {
        const text = `import type { AccountRepository } from "./index.js";\nexport const run = (accounts: AccountRepository): unknown => accounts.${call};\n`;
        return () => verifyFiles(`${context.folder}/role`, [...files, { path: "probe.ts", text }]);
      };
      probe('update(1, { name: "n" })')();
      throws(probe('update(1, { secret: "s" })'), /secret/);
      throws(probe("delete(1)"), /delete/);
      const { model: stated } = context.fixture;
      if (Object.keys(stated).length > 0) await readStated(context);
    },
  },
]);

/** What no engine here has: a dialect whose engine does states what must be read of it. */
function unread(name: string, capability: "packages" | "synonyms"): Omit<ComplianceCase, "half"> {
  return {
    name,
    capability,
    fixture: own,
    run: async (context) => {
      await readStated(context);
      requireShown(Object.keys(context.fixture.model).length > 0, `expectation of ${capability}`);
    },
  };
}
