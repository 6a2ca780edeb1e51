import type { WriteDialect } from "./dialect.js";

/** Writing by `returning …` and `on conflict …`. */
export const returningWrites: WriteDialect = {
  returning: { insert: true, update: true },
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
