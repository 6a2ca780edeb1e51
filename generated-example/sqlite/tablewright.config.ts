import { defineConfig } from "tablewright";

export default defineConfig({
  databases: {
    library: {
      connection: "sqlite:../library.db",
      out: "generated",
      types: [{ column: "branch.opening_hours", use: { type: "OpeningHours", from: "../library/opening-hours.js" } }],
    },
  },
});
