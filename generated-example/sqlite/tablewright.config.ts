import { defineConfig } from "tablewright";

export default defineConfig({
  databases: { library: { connection: "sqlite:../library.db", out: "generated" } },
});
