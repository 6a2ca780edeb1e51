/** A time without zeros at the end of its fraction: the driver's two protocols differ in them, and other engines print none. */
export function trimFraction(text: string): string {
  return text.includes(".") ? text.replace(/\.?0*$/, "") : text;
}
