import type { Entity } from "./model-names.js";
import { subjectOf, type Naming } from "./naming.js";
import { NameScope, type NameClaim } from "./name-scope.js";
import { deviceNames } from "./reserved-words.js";
import { shortHash } from "./short-hash.js";
import { toKebabCase } from "./words.js";

/**
 * The file of every table and view, relative to the output folder and without suffix: `tables/album`, or `tables/sales/order` where there are several
 * schemas. Letter case never tells two of them apart, and none has a name that a file system refuses.
 */
export function nameModules(entities: readonly Entity[], naming: Naming): readonly string[] {
  const schemas = [...new Set(entities.map(({ model }) => model.schema))];
  const folders = nameFiles(
    schemas.map((schema) => ({ subject: schema, name: schema, suffix: "schema" })),
    naming,
  );
  const folderOf = new Map(
    schemas.map((schema, index) => [schema, schemas.length > 1 ? `${folders[index] ?? ""}/` : ""]),
  );
  const prefixes = entities.map(({ is, model }) => `${is}s/${folderOf.get(model.schema) ?? ""}`);
  const named = new Map<Entity, string>();
  for (const prefix of new Set(prefixes)) {
    const inFolder = entities.filter((_, index) => prefixes[index] === prefix);
    const files = nameFiles(
      inFolder.map(({ is, model }) => ({ subject: subjectOf(model), name: model.name, suffix: is })),
      naming,
    );
    for (const [index, entity] of inFolder.entries()) named.set(entity, `${prefix}${files[index] ?? ""}`);
  }
  return entities.map((entity) => named.get(entity) ?? "");
}

interface FileClaim {
  readonly subject: string;
  readonly name: string;
  /** What follows a name that is a device's. */
  readonly suffix: string;
}

function nameFiles(claims: readonly FileClaim[], naming: Naming): readonly string[] {
  return new NameScope(deviceNames).settle(claims.map((claim) => toNameClaim(claim, naming)));
}

// File systems take 255 bytes for a name, of which a letter can need 4.
const lengthMax = 50;

function toNameClaim({ subject, name, suffix }: FileClaim, naming: Naming): NameClaim {
  const kebab = toKebabCase(naming.words(name));
  const best = [...kebab].length <= lengthMax ? kebab : `${[...kebab].slice(0, lengthMax).join("")}-${shortHash(name)}`;
  const rank = best === name ? 0 : best === name.replaceAll("_", "-") ? 1 : 2;
  return { subject, wanted: [best, `${best}-${suffix}`, `${best}-${shortHash(name)}`], rank };
}
