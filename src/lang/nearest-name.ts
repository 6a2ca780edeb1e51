import { closest, distance } from "fastest-levenshtein";

/** The known name that a misspelt one most likely stands for; null where none is near. Letter case and separators count for nothing. */
export function nearestName(name: string, known: readonly string[]): string | null {
  if (name === "" || known.length === 0) return null;
  const folded = new Map(known.map((candidate) => [fold(candidate), candidate]));
  const wanted = fold(name);
  const nearest = closest(wanted, [...folded.keys()]);
  const errorsMax = Math.max(1, Math.floor(Math.min(wanted.length, nearest.length) / 3));
  return distance(wanted, nearest) <= errorsMax ? (folded.get(nearest) ?? null) : null;
}

/** The words `; did you mean "x"?`, or nothing where no known name is near. */
export function suggestion(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  return nearest === null ? "" : `; did you mean "${nearest}"?`;
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, "");
}
