import type { ReturnedText, WriteDialect } from "./dialect.js";
import type { InsertColumn } from "./insert-dialect.js";

/** Writing by `returning …` and `on conflict …`. */
export const returningWrites: WriteDialect = {
  returning: { insert: true, update: true },
  returnsTriggered: true,
  returned: returningAtEnd,
  readsTarget: true,
  upsert: {
    clause(key, updated) {
      const assignments = updated.map((name) => `${name} = excluded.${name}`).join(", ");
      const action = updated.length === 0 ? "nothing" : `update set ${assignments}`;
      return ` on conflict (${key.join(", ")}) do ${action}`;
    },
    metAnother: null,
  },
};

/** ` returning a, b`. */
export function returningAtEnd(columns: readonly InsertColumn[]): ReturnedText {
  return { middle: "", end: ` returning ${columns.map(({ name }) => name).join(", ")}` };
}
