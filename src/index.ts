export { defineConfig } from "./config/define-config.js";
export { env, type EnvReference } from "./config/env.js";
