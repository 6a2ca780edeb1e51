// Builds dist/ from src/: `npm run build`.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

rmSync(dist, { recursive: true, force: true });
const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], {
  cwd: root,
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);

const templates = join(root, "src", "templates");
if (existsSync(templates)) cpSync(templates, join(dist, "templates"), { recursive: true });
const program = join(dist, "cli", "main.js");
if (existsSync(program)) chmodSync(program, 0o755);
