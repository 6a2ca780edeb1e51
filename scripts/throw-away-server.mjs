// What every throw-away server has in common: a folder and a port of its own, and an end with the program that started it.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Runs a server, prints its URL when it takes connections, and lives as long as its standard input stays open. Whatever ends the program that started
 * it, a crash included, closes that pipe, so neither server nor data folder is left behind.
 *
 * `prepare` is given `{ folder, account, port }` and returns what to spawn: `{ program, args, env, readyText, url }`, where standard error says
 * `readyText` as soon as the server takes connections. `stopSignal` must end it without waiting for its clients.
 */
export async function runThrowAwayServer({ title, stopSignal, prepare }) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "tablewright-server-"));
  let server = null;
  let stopping = false;
  const remove = () => {
    process.stdin.destroy();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const stop = () => {
    if (stopping) return;
    stopping = true;
    if (server === null || server.exitCode !== null) remove();
    else server.kill(stopSignal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  process.stdin.on("end", stop).on("error", stop).resume();
  try {
    const account = serverAccount();
    server = start({ ...prepare({ folder, account, port: await freePort() }), folder, account });
    server.on("exit", () => {
      if (!stopping) process.exitCode = 1;
      remove();
    });
    if (stopping) server.kill(stopSignal);
  } catch (error) {
    process.stderr.write(`${title} did not start: ${error.message}\n${error.stderr ?? ""}`);
    process.exitCode = 1;
    stop();
  }
}

function start({ program, args, env, readyText, url, folder, account }) {
  const server = spawn(program, args, { ...account, cwd: folder, stdio: ["ignore", "ignore", "pipe"], env });
  let log = "";
  let ready = false;
  server.stderr.setEncoding("utf8").on("data", (text) => {
    if (ready) return;
    log += text;
    if (!log.includes(readyText)) return;
    ready = true;
    process.stdout.write(`${url}\n`);
  });
  server.on("exit", () => {
    if (!ready) process.stderr.write(log);
  });
  return server;
}

/** Servers refuse to run as root; any account without privileges does. Empty where the caller's own is such a one. */
function serverAccount() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
