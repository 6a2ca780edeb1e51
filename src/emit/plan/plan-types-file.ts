import { docComment } from "./doc-comment.js";
import { codeSpan } from "./code-text.js";
import { valuesOfChecks } from "./column-values.js";
import type { FileScope } from "./file-scope.js";
import type { NamedType, NamedTypeNames } from "./model-names.js";
import { CompositePlanner } from "./plan-composite.js";
import type { PlanContext } from "./plan-context.js";
import { toUnionView } from "./plan-enums.js";
import { planType } from "./plan-type.js";
import type { AliasView, TypesView, UnionView } from "./views.js";

/** The view of `types.ts`; null where the database has no domains, composites or ranges of its own. */
export function planTypesFile(context: PlanContext): TypesView | null {
  const own = context.names.types.filter(({ source }) => source.is !== "enum");
  if (own.length === 0) return null;
  const scope = context.openFile("types");
  const composites = new CompositePlanner(scope, context);
  const aliases = own.flatMap((named) => toAlias(named, scope, context));
  const unions = own.flatMap((named) => toDomainUnion(named));
  const interfaces = own.flatMap((named) => composites.plan(named));
  return { header: context.header, aliases, unions, interfaces, imports: scope.imports, codecs: scope.constants };
}

function toAlias({ source, type }: NamedTypeNames, scope: FileScope, { findType }: PlanContext): readonly AliasView[] {
  const { model } = source;
  if (source.is === "range") {
    const range = planType({ kind: "range", element: source.model.element, multi: false }, findType);
    return [
      {
        doc: docComment(model.comment, `A range of ${codeSpan(source.model.databaseType)}.`),
        name: type,
        type: range.type(scope),
      },
    ];
  }
  if (source.is !== "domain" || valuesOfDomain(source) !== null) return [];
  return [
    {
      doc: docComment(model.comment, domainFacts(source)),
      name: type,
      type: planType(source.model.type, findType).type(scope),
    },
  ];
}

function toDomainUnion({ source, type, values }: NamedTypeNames): readonly UnionView[] {
  if (source.is !== "domain") return [];
  const narrowed = valuesOfDomain(source);
  return narrowed === null
    ? []
    : [toUnionView({ type, values }, narrowed, docComment(source.model.comment, domainFacts(source)))];
}

type NamedDomain = NamedType & { readonly is: "domain" };

function valuesOfDomain({ model }: NamedDomain): ReturnType<typeof valuesOfChecks> {
  return valuesOfChecks(model.type, model.checks, "VALUE");
}

function domainFacts({ model }: NamedDomain): string {
  const checks = model.checks
    .filter(({ oneOf }) => oneOf === null)
    .map(({ expression }) => `check ${codeSpan(expression)}`);
  return `${[`A domain over ${codeSpan(model.databaseType)}`, ...checks].join(", ")}.`;
}
