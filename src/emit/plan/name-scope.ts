import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import { compareCodePoints } from "../../lang/compare-code-points.js";
import { shortHash } from "./short-hash.js";

/** One object that wants a name in a scope. */
export interface NameClaim {
  /** The object, for diagnostics and to break ties: `public.album`. */
  readonly subject: string;
  /** The names that it would take, best first. */
  readonly wanted: readonly string[];
  /** How near the best name is to the object's own spelling: the lowest number wins it. */
  readonly rank: number;
}

/** The diagnostic for a name that another one has. */
type Collision = "TW2001" | "TW2003" | "TW2005";

/**
 * Names that must differ from each other. Who gets a name that several want follows from the claims themselves, never from their order: the nearest spelling,
 * then the first subject by code points. The others take the next name that they want, and in the end one with a hash of their subject, so that what one claim
 * gets changes only when one that wants the same name comes or goes.
 */
export class NameScope {
  /** Who holds a name; null for a reserved word. */
  readonly #holders: Map<string, string | null>;
  readonly #diagnostics: Diagnostic[] = [];

  /** `held` says who has names already. */
  constructor(reserved: Iterable<string>, held: Iterable<readonly [string, string]> = []) {
    this.#holders = new Map([...reserved].map((name) => [name, null]));
    for (const [name, holder] of held) this.#holders.set(name, holder);
  }

  /** One for each claim that did not get its best name. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** Gives every claim a name of its own, in the order of the claims. What was settled before stays. `collision` says what is lost: a main name by default. */
  settle(claims: readonly NameClaim[], collision: Collision = "TW2001"): readonly string[] {
    const names = new Map<NameClaim, string>();
    let open = [...claims].sort(byRank);
    for (let round = 0; open.length > 0; round += 1) {
      open = open.filter((claim) => !this.#take(claim, round, names));
    }
    for (const claim of claims) this.#report(claim, names.get(claim) ?? "", collision);
    return claims.map((claim) => names.get(claim) ?? "");
  }

  #take(claim: NameClaim, round: number, names: Map<NameClaim, string>): boolean {
    const name = claim.wanted[round] ?? lastResort(claim, round);
    if (this.#holders.has(name)) return false;
    this.#holders.set(name, claim.subject);
    names.set(claim, name);
    return true;
  }

  #report({ subject, wanted }: NameClaim, given: string, collision: Collision): void {
    const [name = ""] = wanted;
    if (given === name) return;
    const other = this.#holders.get(name) ?? null;
    const found =
      other === null
        ? diagnostic("TW2002", subject, { name, given })
        : diagnostic(collision, subject, { name, given, other });
    this.#diagnostics.push(found);
  }
}

function byRank(one: NameClaim, other: NameClaim): number {
  return one.rank - other.rank || compareCodePoints(one.subject, other.subject);
}

function lastResort({ subject, wanted }: NameClaim, round: number): string {
  return `${wanted[0] ?? ""}_${shortHash(subject, 6 + round - wanted.length)}`;
}
