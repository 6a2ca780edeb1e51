/** stub */
export function breakLongLines(text: string): string {
  return text;
}
