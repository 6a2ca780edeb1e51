import { defineConfig, env } from "tablewright";

export default defineConfig({
  databases: {
    library: {
      connection: env("LIBRARY_URL"),
      out: "generated",
      types: [{ column: "branch.opening_hours", use: { type: "OpeningHours", from: "../library/opening-hours.js" } }],
    },
  },
});
