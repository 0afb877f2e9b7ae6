import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import pg from "pg";
import { failureOf, Obstacle } from "../process/obstacle.mjs";

/** @import { Client } from "pg" */
/** @typedef {{ name: string, is_member: boolean, powers: string[] }} Role */

const group = "portal_app";

/**
 * The address under which the portal itself signs in to the database: a role that owns nothing and holds only the grants of
 * its group. The password follows from the data key, so every start and every machine with the key finds the same one.
 * @param {Client} owner
 * @param {string} ownerUrl
 * @param {string} dataKey
 */
export async function appAddress(owner, ownerUrl, dataKey) {
  const given = process.env.DATABASE_APP_URL;
  if (given) {
    await requireLowly(given);
    return given;
  }

  const role = await loginRole(owner);
  const password = createHmac("sha256", Buffer.from(dataKey, "base64url")).update(role).digest("base64url");
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = password;

  if (!(await fits(url.href))) await createRole(owner, role, password);
  await requireLowly(url.href);
  return url.href;
}

/**
 * Makes the group that the laws grant to, as the migrations did: a database that pg_restore put on another server comes without.
 * @param {Client} owner
 */
export async function ensureGroup(owner) {
  const { rowCount } = await owner.query("SELECT FROM pg_roles WHERE rolname = $1", [group]);
  if (!rowCount) await owner.query(`CREATE ROLE ${group} NOLOGIN`);
}

/** @type {(owner: Client) => Promise<string>} */
async function loginRole(owner) {
  const { rows } = await owner.query("SELECT current_database() || '_login' AS role");
  return rows[0].role;
}

/**
 * Whether the role is there already with this password and in the group: then nothing needs the right to create roles.
 * @param {string} url
 */
async function fits(url) {
  try {
    return (await look(url)).is_member;
  } catch (error) {
    const { code } = failureOf(error);
    if (code === "28P01" || code === "28000") return false;
    throw error;
  }
}

/**
 * @param {Client} owner
 * @param {string} role
 * @param {string} password
 */
async function createRole(owner, role, password) {
  const name = pg.escapeIdentifier(role);
  try {
    const { rowCount } = await owner.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
    await owner.query("BEGIN");
    await owner.query(`${rowCount ? "ALTER" : "CREATE"} ROLE ${name} LOGIN PASSWORD '${verifierOf(password)}'`);
    await owner.query(`GRANT ${group} TO ${name}`);
    await owner.query("COMMIT");
  } catch (error) {
    await owner.query("ROLLBACK");
    const { code, message } = failureOf(error);
    if (code !== "42501") throw error;
    throw new Obstacle(
      `The owner of the database may not create the role ${role} (${message}): have a login role made that is in ${group}, and give its address in DATABASE_APP_URL · 数据库所有者无权创建角色`,
    );
  }
}

/**
 * What PostgreSQL keeps of a password (SCRAM, RFC 5803): the password itself would stand in a log of statements.
 * @param {string} password
 */
function verifierOf(password) {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, 4096, 32, "sha256");
  /** @param {string} text */
  const keyed = (text) => createHmac("sha256", salted).update(text).digest();
  const stored = createHash("sha256").update(keyed("Client Key")).digest("base64");
  return `SCRAM-SHA-256$4096:${salt.toString("base64")}$${stored}:${keyed("Server Key").toString("base64")}`;
}

/** @param {string} url */
async function requireLowly(url) {
  const { name, is_member, powers } = await look(url).catch((/** @type {unknown} */ error) => {
    throw new Obstacle(
      `The application's role cannot sign in to the database (${failureOf(error).message}): check DATABASE_APP_URL · 应用角色无法登录`,
    );
  });
  if (is_member && powers.length === 0) return;
  const why = is_member ? `may do more than the portal needs (${powers.join(", ")})` : `is not in ${group}`;
  throw new Obstacle(
    `The application's role ${name} ${why}: the laws in the database need a role of its own · 应用角色权限不当`,
  );
}

/** @type {(url: string) => Promise<Role>} */
async function look(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT rolname AS name,
              pg_has_role(oid, (SELECT g.oid FROM pg_roles g WHERE g.rolname = $1), 'MEMBER') AS is_member
         FROM pg_roles WHERE rolname = current_user`,
      [group],
    );
    const [found] = rows;
    if (!found.is_member) return { ...found, powers: [] };
    const beyond = await client.query("SELECT power FROM public.powers_beyond(current_user) AS power");
    return { ...found, powers: beyond.rows.map(({ power }) => power) };
  } finally {
    await client.end();
  }
}
