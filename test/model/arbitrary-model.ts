import fc from "fast-check";
import type { DatabaseModel } from "../../src/model/database-model.js";
import { modelShape } from "../../src/model/shape/model-shape.js";
import type { ObjectNode, ShapeNode } from "../../src/model/shape/shape.js";

const hostileTexts = [
  "",
  '"',
  "`",
  "*/",
  "__proto__",
  "a.b",
  "名前",
  "🦊",
  "e\u0301",
  "\u0000",
  "\u2028",
  "\r\n",
  "constructor",
];
const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "grapheme-ascii", maxLength: 30 }));

const depthMax = 6;

/** Any model of the right shape, sound or not: names are hostile, and lead nowhere. */
export const arbitraryModel = arbitraryOf(modelShape, 0) as fc.Arbitrary<DatabaseModel>;

function arbitraryOf(shape: ShapeNode, depth: number): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "text":
      return text;
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.maxSafeInteger();
    case "count":
      return fc.maxSafeNat();
    case "textOrBoolean":
      return fc.oneof(text, fc.boolean());
    case "extra":
      return fc.dictionary(text, fc.oneof(text, fc.boolean(), fc.constant(null), fc.nat(), fc.array(text)), {
        maxKeys: 3,
        noNullPrototype: true,
      });
    case "choice":
      return fc.constantFrom(...shape.values);
    case "wordOrList":
      return fc.oneof(fc.constantFrom(...shape.values), fc.array(text, { maxLength: 3 }));
    case "optional":
      return fc.option(arbitraryOf(shape.inner, depth), { nil: undefined });
    case "nullable":
      return fc.option(arbitraryOf(shape.inner, depth));
    case "list":
      return fc.array(arbitraryOf(shape.item(), depth + 1), { maxLength: depth > 2 ? 2 : 3 });
    case "object":
      return arbitraryObject(shape, depth);
    case "union":
      return arbitraryUnion([...shape.variants.values()], depth);
  }
}

function arbitraryObject({ fields }: ObjectNode, depth: number): fc.Arbitrary<unknown> {
  return fc.record(Object.fromEntries(fields.map(({ name, shape }) => [name, arbitraryOf(shape(), depth)])), {
    noNullPrototype: true,
    requiredKeys: fields.filter(({ optional }) => !optional).map(({ name }) => name),
  });
}

/** A type may hold a type; past some depth only those without one are made. */
function arbitraryUnion(variants: readonly ObjectNode[], depth: number): fc.Arbitrary<unknown> {
  const isLeaf = (variant: ObjectNode): boolean => variant.fields.every(({ shape }) => shape().kind !== "union");
  const chosen = depth < depthMax ? variants : variants.filter(isLeaf);
  return fc.oneof(...chosen.map((variant) => arbitraryObject(variant, depth + 2)));
}
