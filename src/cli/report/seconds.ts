/** `0.42 s`, `12.3 s`: three digits are enough. */
export function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  return `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`;
}
