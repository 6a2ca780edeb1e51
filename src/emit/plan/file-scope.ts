import { compareCodePoints } from "../../lang/compare-code-points.js";
import { quoteText } from "./code-text.js";
import { reservedNames } from "./reserved-words.js";
import type { ConstantView, ImportedName, ImportView } from "./views.js";

/** What one file imports and which codecs it makes, gathered while its view is planned. */
export class FileScope {
  /** Module specifier to what is imported from it: local name to how. */
  readonly #modules = new Map<string, Map<string, { readonly name: string; readonly type: boolean }>>();
  readonly #specifiers = new Map<string, string>();
  readonly #constants = new Map<string, ConstantView>();
  readonly #locals: Set<string>;
  readonly #exported: ReadonlySet<string>;
  readonly #door: string;
  readonly #path: string;
  readonly #folder: string;
  readonly #suffix: ".js" | ".ts";

  constructor({ door, path, suffix, exported }: FileScopeOptions) {
    this.#door = door;
    this.#path = path;
    this.#folder = path.split("/").slice(0, -1).join("/");
    this.#suffix = suffix;
    this.#locals = new Set();
    this.#exported = exported;
  }

  /** Imports values from the engine's door. */
  door(...names: readonly string[]): void {
    for (const name of names) this.#add(this.#door, name, { name, type: false });
  }

  /** Imports types from the engine's door. */
  doorTypes(...names: readonly string[]): void {
    for (const name of names) this.#add(this.#door, name, { name, type: true });
  }

  /** Imports a value from another generated file, whose path has no suffix. */
  sibling(module: string, name: string): void {
    if (module !== this.#path) this.#add(this.#specifier(module), name, { name, type: false });
  }

  siblingType(module: string, name: string): void {
    if (module !== this.#path) this.#add(this.#specifier(module), name, { name, type: true });
  }

  /** Imports from a module of the user's, under another name where this one is taken; gives the name to use. */
  foreign(from: string, name: string, type: boolean): string {
    const specifier = from.startsWith(".") ? this.#relative(from) : from;
    let local = name;
    while (this.#isTaken(local, specifier, name)) local = `${local}_`;
    this.#add(specifier, local, { name, type });
    return local;
  }

  /** Makes a codec once; gives the name to use. */
  constant(name: string, value: string): string {
    const known = this.#constants.get(value);
    if (known !== undefined) return known.name;
    let local = name;
    while (this.#locals.has(local) || this.#exported.has(local)) local = `${local}_`;
    this.#locals.add(local);
    this.#constants.set(value, { name: local, type: null, value });
    return local;
  }

  /** Makes a codec that other files use, under a name of the module's. */
  exportedConstant(name: string, type: string, value: string): void {
    this.#constants.set(name, { name, type, value });
  }

  /** In the order of need. */
  get constants(): readonly ConstantView[] {
    return [...this.#constants.values()];
  }

  /** Packages first, then files, each by code points. */
  get imports(): readonly ImportView[] {
    const specifiers = [...this.#modules.keys()].sort(
      (one, other) => rank(one) - rank(other) || compareCodePoints(one, other),
    );
    return specifiers.map((specifier) => toImport(specifier, this.#modules.get(specifier) ?? new Map()));
  }

  #add(specifier: string, local: string, imported: { readonly name: string; readonly type: boolean }): void {
    const names = this.#modules.get(specifier) ?? new Map<string, { readonly name: string; readonly type: boolean }>();
    const before = names.get(local);
    if (before === undefined || before.type) names.set(local, imported);
    this.#modules.set(specifier, names);
  }

  #isTaken(local: string, specifier: string, name: string): boolean {
    if (this.#modules.get(specifier)?.get(local)?.name === name) return false;
    if (reservedNames.has(local) || this.#exported.has(local) || this.#locals.has(local)) return true;
    return [...this.#modules.values()].some((names) => names.has(local));
  }

  #specifier(module: string): string {
    const known = this.#specifiers.get(module);
    if (known !== undefined) return known;
    const made = `${this.#relative(`./${module}`)}${this.#suffix}`;
    this.#specifiers.set(module, made);
    return made;
  }

  /** A path from the output folder, as this file has to write it. */
  #relative(path: string): string {
    const from = this.#folder === "" ? [] : this.#folder.split("/");
    const to = path.split("/").filter((part) => part !== ".");
    while (from.length > 0 && from[0] === to[0]) {
      from.shift();
      to.shift();
    }
    const up = from.map(() => "..");
    return [...(up.length === 0 && to[0] !== ".." ? ["."] : up), ...to].join("/");
  }
}

export interface FileScopeOptions {
  readonly door: string;
  /** The file's own path, relative to the output folder. */
  readonly path: string;
  /** What siblings end in. */
  readonly suffix: ".js" | ".ts";
  /** Every name that the module exports: none is used for anything else in any file. */
  readonly exported: ReadonlySet<string>;
}

function rank(specifier: string): number {
  return specifier.startsWith(".") ? 1 : 0;
}

function toImport(
  specifier: string,
  names: ReadonlyMap<string, { readonly name: string; readonly type: boolean }>,
): ImportView {
  const typeOnly = [...names.values()].every(({ type }) => type);
  const sorted = [...names].sort(
    ([one, { type }], [other, imported]) => Number(type) - Number(imported.type) || compareCodePoints(one, other),
  );
  const views = sorted.map(([local, { name, type }]): ImportedName => ({
    name: local === name ? name : `${name} as ${local}`,
    type: type && !typeOnly,
  }));
  return { names: views, from: quoteText(specifier), typeOnly };
}
