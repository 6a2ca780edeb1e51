import { isRecord } from "../lang/is-record.js";
import { suggestion } from "../lang/nearest-name.js";
import type { ObjectShape, Shape } from "./shape.js";

/** Says what is wrong with a value, naming the key by its path; null where nothing is. */
export function checkShape(value: unknown, shape: Shape, path: string): string | null {
  switch (shape.kind) {
    case "any":
      return null;
    case "object":
      return isRecord(value) ? checkObject(value, shape, path) : mustBe(path, "an object", value);
    case "record":
      return isRecord(value)
        ? first(Object.entries(value), ([key, one]) => checkShape(one, shape.value, join(path, key)))
        : mustBe(path, "an object", value);
    case "list":
      return Array.isArray(value)
        ? first([...value.entries()], ([index, one]) => checkShape(one, shape.element, `${path}[${index}]`))
        : mustBe(path, "a list", value);
    case "either":
      return checkEither(value, shape, path);
    case "choice":
      return shape.values.some((one) => one === value) ? null : notChosen(value, shape.values, path);
    default:
      return scalars[shape.kind].is(value) ? null : mustBe(path, scalars[shape.kind].expected, value);
  }
}

function checkObject(value: Readonly<Record<string, unknown>>, shape: ObjectShape, path: string): string | null {
  const shapes = { ...shape.required, ...shape.optional };
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(shapes, key));
  if (unknown !== undefined) return `unknown key "${join(path, unknown)}"${suggestion(unknown, Object.keys(shapes))}`;
  const missing = Object.keys(shape.required).find((key) => value[key] === undefined);
  if (missing !== undefined) return `the key "${join(path, missing)}" is missing`;
  return first(Object.entries(value), ([key, one]) => {
    const keyShape = shapes[key];
    return one === undefined || keyShape === undefined ? null : checkShape(one, keyShape, join(path, key));
  });
}

/** An object that fits none of the shapes is measured against the one that is an object, so that a misspelt key in it is named. */
function checkEither(value: unknown, shape: EitherShape, path: string): string | null {
  if (shape.shapes.some((one) => checkShape(value, one, path) === null)) return null;
  const nearest = isRecord(value) ? shape.shapes.find((one) => one.kind === "object") : undefined;
  return nearest === undefined ? mustBe(path, shape.expected, value) : checkShape(value, nearest, path);
}

function notChosen(value: unknown, values: readonly string[], path: string): string {
  const what = values.map((one) => `"${one}"`).join(" or ");
  if (typeof value !== "string") return mustBe(path, what, value);
  return `"${path}" must be ${what}, not "${value}"${suggestion(value, values)}`;
}

type EitherShape = Extract<Shape, { kind: "either" }>;

const scalars = {
  text: { expected: "a string that is not empty", is: (value: unknown) => typeof value === "string" && value !== "" },
  boolean: { expected: "true or false", is: (value: unknown) => typeof value === "boolean" },
  function: { expected: "a function", is: (value: unknown) => typeof value === "function" },
  positive: {
    expected: "a number above 0",
    is: (value: unknown) => typeof value === "number" && value > 0 && Number.isFinite(value),
  },
};

function mustBe(path: string, what: string, value: unknown): string {
  return `${path === "" ? "the configuration" : `"${path}"`} must be ${what}, not ${describe(value)}`;
}

/** The sort of a value, never the value itself: it may be a secret. */
function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (value === "") return "an empty string";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function first<T>(items: readonly T[], check: (item: T) => string | null): string | null {
  for (const item of items) {
    const problem = check(item);
    if (problem !== null) return problem;
  }
  return null;
}
