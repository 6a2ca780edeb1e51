/** The shortest decimal of a number of 32 bits, which drivers give as a double: 0.1 comes as 0.10000000149011612. Nine digits always tell it. */
export function toShortest(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 16_777_216) return value;
  const wanted = Math.fround(value);
  // A number below the normal ones has fewer digits; any other text of six digits comes through 32 bits unharmed.
  for (let digits = Math.abs(wanted) < smallestNormal ? 1 : 6; digits < 9; digits++) {
    const shorter = Number(wanted.toPrecision(digits));
    if (Math.fround(shorter) === wanted) return shorter;
  }
  return Number(wanted.toPrecision(9));
}

const smallestNormal = 2 ** -126;
