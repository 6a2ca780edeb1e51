// Runs a throw-away MariaDB server with the machine's own programs: `node scripts/mariadb-server.mjs [lower_case_table_names=1]`.
// Prints root's URL when it takes connections, and lives as long as its standard input stays open. Exit code 69: no such programs.
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findMariadb } from "./find-mariadb.mjs";
import { runThrowAwayServer } from "./throw-away-server.mjs";

const settings = {
  "bind-address": "127.0.0.1",
  "skip-name-resolve": "1",
  "max-connections": "200",
  // Stated, as the defaults differ between versions and distributions.
  "character-set-server": "utf8mb4",
  "collation-server": "utf8mb4_general_ci",
  "default-time-zone": "+00:00",
  // Nothing here outlives the run, so no write needs to reach the disk.
  "innodb-flush-log-at-trx-commit": "0",
  "innodb-doublewrite": "0",
  "innodb-log-file-size": "32M",
  "innodb-buffer-pool-size": "128M",
  "performance-schema": "off",
};

/** One statement a line, as the server reads it. */
const accountScript = `
create or replace user root@'%' identified by 'throw-away';
grant all on *.* to root@'%' with grant option;
drop user if exists root@localhost, root@'127.0.0.1', root@'::1';
`;

const programs = findMariadb();
if (programs === null) {
  process.stderr.write("MariaDB did not start: there is no mariadbd on this machine\n");
  process.exit(69);
}

await runThrowAwayServer({
  title: "MariaDB",
  stopSignal: "SIGTERM",
  prepare({ folder, account, port }) {
    const { server, flags } = programs;
    const caseFlags = process.argv.slice(2).map((setting) => `--${setting}`);
    // Servers that start at the same time would delete each other's files in a temporary folder that they share.
    const folders = [`--datadir=${join(folder, "data")}`, `--tmpdir=${folder}`];
    const shared = ["--no-defaults", ...folders, ...flags, ...caseFlags];
    const env = { ...process.env, ...programs.env };
    const accountFile = initialize({ folder, account, shared, env });
    const own = Object.entries({ ...settings, port }).map(([name, value]) => `--${name}=${value}`);
    const files = ["socket", "pid-file"].map((name) => `--${name}=${join(folder, name)}`);
    return {
      program: server,
      args: [...shared, ...own, ...files, `--init-file=${accountFile}`, "--skip-log-bin"],
      env,
      readyText: "ready for connections",
      url: `mysql://root:throw-away@127.0.0.1:${port}/`,
    };
  },
});

/** Makes the data folder, and gives the script that sets the password when the server starts. */
function initialize({ folder, account, shared, env }) {
  const accountFile = join(folder, "account.sql");
  writeFileSync(accountFile, accountScript);
  if (account.uid !== undefined) for (const path of [folder, accountFile]) chownSync(path, account.uid, account.gid);
  chmodSync(folder, 0o700);
  const args = [...shared, "--auth-root-authentication-method=normal", "--skip-name-resolve", "--skip-test-db"];
  execFileSync(programs.installer, args, { ...account, cwd: folder, stdio: ["ignore", "ignore", "pipe"], env });
  return accountFile;
}
