import type { Change } from "../../model/diff-models.js";
import type { Style } from "../style.js";
import { visible } from "./visible.js";

/** Changes of a schema, one a line, breaking ones marked. */
export function printChanges(changes: readonly Change[], style: Style): readonly string[] {
  const signs: Readonly<Record<Change["kind"], string>> = {
    added: style.green("+"),
    removed: style.red("-"),
    changed: style.yellow("~"),
  };
  return changes.map((change) => {
    const mark = change.breaking ? `  ${style.red("breaking")}` : "";
    return `${signs[change.kind]} ${change.object} ${style.bold(visible(change.subject))}: ${visible(change.text)}${mark}`;
  });
}
