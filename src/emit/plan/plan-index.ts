import { compareCodePoints } from "../../lang/compare-code-points.js";
import { groupBy } from "../../lang/group-by.js";
import { quoteText } from "./code-text.js";
import { docComment } from "./doc-comment.js";
import type { FileScope } from "./file-scope.js";
import type { NamedEntity } from "./model-names.js";
import type { PlanContext } from "./plan-context.js";
import { toRepositoryRules, type RepositoryRules } from "./repository-rules.js";
import type { IndexView, RepositoryView, SchemaView } from "./views.js";

/** The view of `index.ts`. `others` are files beside those of tables and views whose names are exported too. */
export function planIndex(context: PlanContext, others: readonly string[]): IndexView {
  const { names, model, options, dialect, header } = context;
  const scope = context.openFile("index");
  const rules = toRepositoryRules(options.repositories, names.entities);
  scope.door("Database", dialect.door.open);
  scope.doorTypes(dialect.door.options);
  const bySchema = groupBy(names.entities, ({ source }) => source.model.schema);
  const members = toMembers(bySchema.get(model.defaultSchema) ?? [], scope, rules);
  const routinesOf = (schema: string): string | null => {
    const className = names.routines.find((one) => one.schema === schema)?.className ?? null;
    if (className !== null) scope.sibling("routines", className);
    return className;
  };
  const schemas = [...names.schemas].map(([schema, { member, className }]): SchemaView => ({
    doc: docComment(model.schemas.find(({ name }) => name === schema)?.comment ?? null, ""),
    member,
    name: className,
    routines: routinesOf(schema),
    members: toMembers(bySchema.get(schema) ?? [], scope, rules),
  }));
  if (schemas.length > 0) scope.doorTypes("Executor");
  const modules = [...others, ...names.entities.map(({ module }) => module)].map(
    (module) => `./${module}${options.importSuffix}`,
  );
  return {
    header,
    database: names.database,
    open: dialect.door.open,
    options: dialect.door.options,
    routines: routinesOf(model.defaultSchema),
    members,
    schemas,
    modules: modules.sort(compareCodePoints).map(quoteText),
    imports: scope.imports,
  };
}

/** In the order of their names. */
function toMembers(
  entities: readonly NamedEntity[],
  scope: FileScope,
  rules: RepositoryRules,
): readonly RepositoryView[] {
  const views = entities.map(({ source, names, member, module }): RepositoryView => {
    const rule = rules(source.model);
    scope.sibling(module, names.table);
    if (rule === undefined) scope.sibling(module, names.repository);
    const repository = rule === undefined ? names.repository : scope.foreign(rule.from, rule.className, false);
    return { doc: docComment(source.model.comment, ""), member, repository, table: names.table };
  });
  return views.sort((one, other) => compareCodePoints(one.member, other.member));
}
