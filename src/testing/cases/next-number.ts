let last = 1000;

/** A number that no other row of the run has: cases share the shop. */
export function nextNumber(): number {
  return (last += 1);
}
