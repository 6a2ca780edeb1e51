import type { ColumnType } from "../../model/column-type.js";
import type { CompositeModel } from "../../model/database-model.js";
import { codeSpan } from "./code-text.js";
import { docComment } from "./doc-comment.js";
import type { FileScope } from "./file-scope.js";
import type { NamedTypeNames } from "./model-names.js";
import { NameScope } from "./name-scope.js";
import { subjectOf, toNaming, type Naming } from "./naming.js";
import type { PlanContext } from "./plan-context.js";
import { planType } from "./plan-type.js";
import { objectMembers } from "./reserved-words.js";
import type { InterfaceView } from "./views.js";
import { toCamelCase } from "./words.js";

/** Plans the interfaces of composites, and their codecs after those that they are made of. */
export class CompositePlanner {
  readonly #scope: FileScope;
  readonly #context: PlanContext;
  readonly #naming: Naming;
  readonly #declared = new Set<CompositeModel>();

  constructor(scope: FileScope, context: PlanContext) {
    this.#scope = scope;
    this.#context = context;
    this.#naming = toNaming(context.options.naming);
  }

  /** One interface, or none for a type of another kind. */
  plan(named: NamedTypeNames): readonly InterfaceView[] {
    const { source, type } = named;
    if (source.is !== "composite") return [];
    this.#declareCodec(named);
    const properties = this.#nameFields(source.model);
    const members = source.model.fields.map((field, index) => ({
      doc: docComment(null, `${codeSpan(field.databaseType)}.`),
      property: properties[index] ?? "",
      optional: false,
      type: `${planType(field.type, this.#context.findType).type(this.#scope)} | null`.replace(
        /^unknown \| null$/,
        "unknown",
      ),
    }));
    return [{ doc: docComment(source.model.comment, ""), name: type, members }];
  }

  #declareCodec({ source, type, codec }: NamedTypeNames): void {
    if (source.is !== "composite" || this.#declared.has(source.model)) return;
    this.#declared.add(source.model);
    for (const field of source.model.fields) this.#declareUsed(field.type);
    const properties = this.#nameFields(source.model);
    const codecs = source.model.fields.map((field) => planType(field.type, this.#context.findType).codec(this.#scope));
    const fields = properties.map((property, index) => `${property}: ${codecs[index] ?? ""}`).join(", ");
    this.#scope.door("compositeOf");
    this.#scope.doorTypes("Codec");
    this.#scope.exportedConstant(
      codec,
      `Codec<${type}>`,
      `compositeOf<${type}>(${fields === "" ? "{}" : `{ ${fields} }`})`,
    );
  }

  /** The codecs of composites that a type is made of come first. */
  #declareUsed(type: ColumnType): void {
    if (type.kind === "array" || type.kind === "range") this.#declareUsed(type.element);
    if (type.kind !== "domain" && type.kind !== "composite") return;
    const named = this.#context.findType(type);
    if (named?.source.is === "domain") this.#declareUsed(named.source.model.type);
    if (named?.source.is === "composite") this.#declareCodec(named);
  }

  #nameFields(model: CompositeModel): readonly string[] {
    const claims = model.fields.map(({ name }) => {
      const best = toCamelCase(this.#naming.words(name));
      return { subject: `${subjectOf(model)}.${name}`, wanted: [best, `${best}Field`], rank: best === name ? 0 : 1 };
    });
    return new NameScope(objectMembers).settle(claims);
  }
}
