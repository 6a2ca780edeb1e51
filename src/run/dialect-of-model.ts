import type { DatabaseSettings } from "../config/database-settings.js";
import { loadDialect } from "../config/load-dialect.js";
import { requireBuiltIn } from "../dialect/built-in-dialects.js";
import { isDialectPackage } from "../dialect/dialect-package.js";
import type { DialectTraits } from "../dialect/dialect-traits.js";
import { Failure } from "../diagnostics.js";
import type { DatabaseModel } from "../model/database-model.js";

/** The dialect that a model's module is made for. A package's dialect must be that of the model, which may come from a snapshot. */
export async function dialectOfModel(
  { name, dialect: choice, directory }: DatabaseSettings,
  { engine }: DatabaseModel,
): Promise<DialectTraits> {
  const chosen = choice === null ? null : await loadDialect(choice, directory);
  if (chosen === null || !isDialectPackage(chosen)) return requireBuiltIn(engine);
  if (chosen.name === engine) return chosen;
  throw new Failure(
    "config",
    `dialect: planning "${name}": its dialect is "${chosen.name}", but its model is of "${engine}"`,
    { hint: "name the dialect that the snapshot was made with" },
  );
}
