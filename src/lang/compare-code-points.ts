/** Orders two texts by their code points, the same on every machine and in every locale. */
export function compareCodePoints(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let position = 0; position < length; position += 1) {
    const difference = rank(left.charCodeAt(position)) - rank(right.charCodeAt(position));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Lifts surrogates (code points over U+FFFF) above all other UTF-16 units. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
