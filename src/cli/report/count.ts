/** `1 table`, `2 tables`; a plural that is not formed by -s is given. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
