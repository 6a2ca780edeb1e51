import fc from "fast-check";

const text = fc.constantFrom("ann", "bob", "b%b", "b_b", "c\\d", "", "Ann", "zoë", "nobody", "o'neil", "x😀y");
const part = fc.constantFrom("a", "b", "%", "_", "\\", "n", "", "😀", "ë", "A", "'");
const pattern = fc
  .array(fc.constantFrom("a", "n", "b", "%", "_", "\\%", "\\_", "\\\\", "'"), { maxLength: 4 })
  .map((parts) => parts.join(""));
/** Letters of one case order alike in every collation. */
const word = fc.constantFrom("ann", "bob", "annabel", "m");
const integer = fc.integer({ min: -3, max: 8 });
const float = fc.constantFrom(0.1, -0.5, 1e300, 2.5, 0, 1e-7, 3);
const decimal = fc.constantFrom("0.00", "-1.10", "99.99", "100.00", "12345678.90", "5.00");
const date = fc
  .integer({ min: 0, max: 9 })
  .map((index) => new Date(Date.UTC(1960 + index * 9, index % 12, 1, 0, 0, 0, (index % 2) * 250)));
const id = fc.integer({ min: 0, max: 6 });

/** Filters of the people's table, relations to the given depth. */
export function personWhere(depth: number): fc.Arbitrary<object> {
  return tree({
    personId: fc.oneof(id, comparable(id)),
    name: fc.oneof(text, fc.constant(null), texts()),
    age: nullable(integer),
    score: nullable(float),
    active: fc.oneof(
      fc.boolean(),
      fc.constant(null),
      fc.record({ eq: fc.boolean() }),
      fc.record({ ne: fc.option(fc.boolean()) }),
    ),
    born: nullable(date),
    pay: nullable(decimal),
    ...(depth === 0
      ? {}
      : {
          team: fc.oneof(fc.constant(null), teamWhere(depth - 1)),
          boss: fc.oneof(fc.constant(null), personWhere(depth - 1)),
          peopleByBoss: many(personWhere(depth - 1)),
        }),
  });
}

/** Filters of the teams' table. */
export function teamWhere(depth: number): fc.Arbitrary<object> {
  return tree({
    teamId: comparable(id),
    name: fc.constantFrom("team0", "team1", "team2"),
    rank: nullable(integer),
    ...(depth === 0 ? {} : { people: many(personWhere(depth - 1)) }),
  });
}

function tree(properties: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> {
  const leaf = fc.oneof(...Object.entries(properties).map(([name, value]) => fc.record({ [name]: value })));
  const { node } = fc.letrec<{ node: object; branch: object }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.record(properties, { requiredKeys: [] }),
      tie("branch"),
    ),
    branch: fc.oneof(
      fc.record({ and: fc.array(tie("node"), { maxLength: 3 }) }),
      fc.record({ or: fc.array(tie("node"), { maxLength: 3 }) }),
      fc.record({ not: tie("node") }),
    ),
  }));
  return node;
}

function nullable<T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> {
  return fc.oneof(value, fc.constant(null), comparable(value));
}

function comparable<T>(value: fc.Arbitrary<T>): fc.Arbitrary<object> {
  return fc.record(
    {
      eq: fc.option(value),
      ne: fc.option(value),
      in: fc.array(value, { maxLength: 4 }),
      notIn: fc.array(value, { maxLength: 4 }),
      lt: value,
      lte: value,
      gt: value,
      gte: value,
      between: fc.tuple(value, value),
    },
    { requiredKeys: [] },
  );
}

function texts(): fc.Arbitrary<object> {
  const operators = {
    like: pattern,
    notLike: pattern,
    ilike: pattern,
    startsWith: part,
    endsWith: part,
    contains: part,
  };
  return fc.record(
    { ...operators, eq: fc.option(text), ne: fc.option(text), in: fc.array(text), gt: word, lte: word },
    { requiredKeys: [] },
  );
}

function many(where: fc.Arbitrary<object>): fc.Arbitrary<object> {
  return fc.record({ some: where, every: where, none: where }, { requiredKeys: [] });
}
