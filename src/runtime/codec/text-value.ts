/** Whether a text holds no lone surrogate, and so has a UTF-8 form. */
export function isWellFormed(value: string): boolean {
  // Node 20 has the method; the library files of ES2023 do not know it yet.
  return (value as WellFormedText).isWellFormed();
}

type WellFormedText = string & { isWellFormed(): boolean };
