import { people, teams, type Person, type Team } from "./people.js";

type Row = Readonly<Record<string, unknown>>;

/** Whether a row passes a filter, worked out in memory as the contract says it: two outcomes, null differs from every value. */
export function passes(where: object, row: Row): boolean {
  return Object.entries(where).every(([property, asked]: [string, unknown]) => {
    if (property === "and") return (asked as readonly object[]).every((part) => passes(part, row));
    if (property === "or") return (asked as readonly object[]).some((part) => passes(part, row));
    if (property === "not") return !passes(asked as object, row);
    const relation = relations[property];
    return relation === undefined ? passesColumn(asked, row[property] ?? null) : relation(asked, row);
  });
}

const relations: Readonly<Record<string, (asked: unknown, row: Row) => boolean>> = {
  team: (asked, row) =>
    passesOne(
      asked,
      teams.find((team) => team.teamId === (row as unknown as Person).teamId),
    ),
  boss: (asked, row) =>
    passesOne(
      asked,
      people.find((person) => person.personId === (row as unknown as Person).bossId),
    ),
  people: (asked, row) =>
    passesMany(
      asked,
      people.filter((person) => person.teamId === (row as unknown as Team).teamId),
    ),
  peopleByBoss: (asked, row) =>
    passesMany(
      asked,
      people.filter((person) => person.bossId === (row as unknown as Person).personId),
    ),
};

function passesOne(asked: unknown, far: object | undefined): boolean {
  if (asked === null) return far === undefined;
  return far !== undefined && passes(asked as object, far as Row);
}

function passesMany(asked: unknown, far: readonly object[]): boolean {
  return Object.entries(asked as object).every(([quantifier, where]: [string, object]) => {
    const test = (row: object): boolean => passes(where, row as Row);
    return quantifier === "some" ? far.some(test) : quantifier === "none" ? !far.some(test) : far.every(test);
  });
}

function passesColumn(asked: unknown, value: unknown): boolean {
  if (asked === null || typeof asked !== "object" || asked instanceof Date) return equal(asked, value);
  return Object.entries(asked).every(([operator, operand]: [string, unknown]) => operators[operator]?.(value, operand));
}

const operators: Readonly<Record<string, (value: unknown, operand: unknown) => boolean>> = {
  eq: (value, operand) => equal(value, operand),
  ne: (value, operand) => !equal(value, operand),
  in: (value, operand) => value !== null && (operand as readonly unknown[]).some((item) => equal(value, item)),
  notIn: (value, operand) => value === null || !(operand as readonly unknown[]).some((item) => equal(value, item)),
  lt: (value, operand) => value !== null && compare(value, operand) < 0,
  lte: (value, operand) => value !== null && compare(value, operand) <= 0,
  gt: (value, operand) => value !== null && compare(value, operand) > 0,
  gte: (value, operand) => value !== null && compare(value, operand) >= 0,
  between: (value, operand) => {
    const [low, high] = operand as readonly [unknown, unknown];
    return value !== null && compare(value, low) >= 0 && compare(value, high) <= 0;
  },
  like: (value, operand) => isText(value) && likePattern(operand as string, "su").test(value),
  notLike: (value, operand) => !(isText(value) && likePattern(operand as string, "su").test(value)),
  ilike: (value, operand) => isText(value) && likePattern(operand as string, "sui").test(value),
  startsWith: (value, operand) => isText(value) && value.startsWith(operand as string),
  endsWith: (value, operand) => isText(value) && value.endsWith(operand as string),
  contains: (value, operand) => isText(value) && value.includes(operand as string),
};

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function equal(one: unknown, other: unknown): boolean {
  if (one === null || other === null) return one === other;
  return compare(one, other) === 0;
}

/** Decimals are digits with a point: they compare as numbers, which hold all that the sample has. */
function compare(one: unknown, other: unknown): number {
  const [a, b] = [toComparable(one), toComparable(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function toComparable(value: unknown): number | string {
  if (value instanceof Date) return value.getTime();
  if (typeof value === "string" && /^-?\d+\.\d\d$/.test(value)) return Number(value);
  return typeof value === "string" ? value : Number(value);
}

function likePattern(pattern: string, flags: string): RegExp {
  let source = "";
  for (let index = 0; index < pattern.length; index += 1) {
    const char = pattern[index] ?? "";
    if (char === "%") source += ".*";
    else if (char === "_") source += ".";
    else source += escape(char === "\\" ? (pattern[(index += 1)] ?? "\\") : char);
  }
  return new RegExp(`^${source}$`, flags);
}

function escape(char: string): string {
  return /[\^$.*+?()[\]{}|/\\]/.test(char) ? `\\${char}` : char;
}
