/** The fields that values of one kind have, gathered from many of them; those of the elements where they are lists. */
export interface ViewShape {
  readonly fields: ReadonlyMap<string, ViewShape>;
  /** Null where the values are no lists. */
  readonly element: ViewShape | null;
}

/** What a template can find in these values. A field of one of them counts, as all of them are of one type. */
export function shapeOf(values: readonly unknown[]): ViewShape {
  const lists = values.filter((value) => Array.isArray(value)) as readonly (readonly unknown[])[];
  const objects = values.filter(
    (value): value is object => typeof value === "object" && value !== null && !Array.isArray(value),
  );
  const names = new Set(objects.flatMap((value) => Object.keys(value)));
  const fieldOf = (name: string): readonly unknown[] =>
    objects.map((value) => (value as Readonly<Record<string, unknown>>)[name]);
  return {
    fields: new Map([...names].map((name) => [name, shapeOf(fieldOf(name))])),
    element: lists.length === 0 ? null : shapeOf(lists.flat()),
  };
}
