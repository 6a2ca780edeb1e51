/** What a value of the configuration may be, as data: one description serves the checking and its messages. */
export type Shape =
  | { readonly kind: "text" | "boolean" | "function" | "positive" | "any" }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly element: Shape }
  /** An object whose keys are the user's own. */
  | { readonly kind: "record"; readonly value: Shape }
  | ObjectShape
  | { readonly kind: "either"; readonly shapes: readonly Shape[]; readonly expected: string };

/** An object with known keys. */
export interface ObjectShape {
  readonly kind: "object";
  readonly required: Readonly<Record<string, Shape>>;
  readonly optional: Readonly<Record<string, Shape>>;
}

export const text: Shape = { kind: "text" };
export const boolean: Shape = { kind: "boolean" };
export const positive: Shape = { kind: "positive" };
export const func: Shape = { kind: "function" };
export const texts: Shape = { kind: "list", element: text };

/** The names of `T`'s keys are checked by the compiler, so that an option cannot be added to a type and forgotten here. */
export function objectOf<T>(keys: {
  readonly required: Readonly<Record<RequiredKeys<T>, Shape>>;
  readonly optional: Readonly<Record<OptionalKeys<T>, Shape>>;
}): ObjectShape {
  return { kind: "object", ...keys };
}

type OptionalKeys<T> = Extract<{ [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T], string>;
type RequiredKeys<T> = Exclude<Extract<keyof T, string>, OptionalKeys<T>>;
