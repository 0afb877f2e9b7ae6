import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Obstacle } from "../process/obstacle.mjs";
import { dataFolder } from "../process/root.mjs";

/** @typedef {{ NEXTAUTH_SECRET: string, PORTAL_DATA_KEY: string }} Keys */

const file = path.join(dataFolder, "secrets.json");
const placeholder = /change.?me|placeholder|secret|example|password|your[-_. ]|^(.{1,8})\1+$/i;

export const newKey = () => randomBytes(32).toString("base64url");

/**
 * The keys of this portal under the names the server knows: from the environment, else made once and kept in .data.
 * @returns {Keys}
 */
export function secrets() {
  const kept = keptKeys();
  return {
    NEXTAUTH_SECRET: fromEnvironment("NEXTAUTH_SECRET") ?? kept.auth,
    PORTAL_DATA_KEY: fromEnvironment("PORTAL_DATA_KEY") ?? kept.dataKey,
  };
}

/** @type {() => { auth: string, dataKey: string }} */
function keptKeys() {
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, "utf8"));

  const keys = { auth: newKey(), dataKey: newKey() };
  fs.mkdirSync(dataFolder, { recursive: true });
  fs.writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
  return keys;
}

/** @param {"NEXTAUTH_SECRET" | "PORTAL_DATA_KEY"} name */
function fromEnvironment(name) {
  const value = process.env[name];
  if (!value) return undefined;

  const wrong =
    placeholder.test(value) ||
    (name === "PORTAL_DATA_KEY"
      ? Buffer.from(value, "base64url").toString("base64url") !== value || value.length !== 43
      : value.length < 32);
  if (!wrong) return value;

  throw new Obstacle(
    `${name} is a placeholder or too weak: give 32 random bytes (node -p "crypto.randomBytes(32).toString('base64url')"), or leave it unset · ${name} 是占位值或强度不足`,
  );
}
