import { defineConfig, env } from "tablewright";

export default defineConfig({
  databases: { library: { connection: env("LIBRARY_URL"), out: "generated" } },
});
