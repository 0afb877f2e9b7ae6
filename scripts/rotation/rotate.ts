import pg from "pg";
import type { Verb } from "@/lib/audit/verbs";
import { type Keyring, keyring } from "@/lib/database/seal";
import { failureOf, Obstacle } from "../process/obstacle.mjs";
import { endings, tables } from "./places";
import { rekeySearch, resealAll } from "./reseal";
import { refuseUnknown, verify } from "./verify";

export type Rotated = { done: "now" | "before"; counts: Record<string, number> };

type Given = { ownerUrl: string; oldKey: string; newKey: string; say: (line: string) => void };

/** From one data key to another in one transaction: killed at any moment, everything stands under the old key or under the new. */
export async function rotate({ ownerUrl, oldKey, newKey, say }: Given): Promise<Rotated> {
  refuseNewKey(oldKey, newKey);
  const keys = { old: ringOf(oldKey), new: ringOf(newKey) };
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      "BEGIN; SET LOCAL lock_timeout = '10s'; SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'",
    );
    await holdAlone(client);
    if ((await keyInForce(client, keys)) === "new") {
      await verify(client, keys.new);
      await client.query("COMMIT");
      return { done: "before", counts: {} };
    }
    await refuseUnknown(client);
    await client.query("SET LOCAL lock_timeout = 0");
    const counts = await replace(client, keys, say);
    await refuseVisitors(client);
    await client.query("COMMIT");
    return { done: "now", counts };
  } catch (error) {
    if (failureOf(error).code !== "55P03") throw error;
    throw new Obstacle("Somebody works in the database: stop the portal and its jobs, then start again · 请先停止门户");
  } finally {
    await client.end();
  }
}

async function replace(client: pg.Client, keys: { old: Keyring; new: Keyring }, say: Given["say"]) {
  // A rotation changes no person: what speaks about changes is silent until COMMIT, when nobody else has seen the tables yet.
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query("ALTER TABLE certificates ENABLE TRIGGER a_row_is_marked");

  const counts = await resealAll(client, keys, say);
  await rekeySearch(client, keys.new);
  for (const [name, ending] of Object.entries(endings)) counts[name] = (await client.query(ending)).rowCount ?? 0;
  await client.query("UPDATE base SET key_check = $1", [checkOf(keys.new)]);

  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  say("  every text is opened with the new key · 逐条核验");
  await verify(client, keys.new);
  await note(client, counts);
  return counts;
}

/** I29: one entry for the whole of it. */
async function note(client: pg.Client, counts: Record<string, number>) {
  const verb: Verb = "base.rotateKey";
  await client.query(
    `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id, before, after)
     VALUES ('npm run ops', 'OPERATIONS', $1, 'base', '1', '{}', $2)`,
    [verb, JSON.stringify(counts)],
  );
}

async function holdAlone(client: pg.Client) {
  await refuseVisitors(client);
  await client.query(`LOCK TABLE ${[...tables, "enrolments"].join(", ")} IN ACCESS EXCLUSIVE MODE`);
}

/** A portal that still runs would go on sealing with the old key. */
async function refuseVisitors(client: pg.Client) {
  await client.query("SELECT pg_stat_clear_snapshot()");
  const { rowCount } = await client.query(`
    SELECT FROM pg_stat_activity a JOIN pg_auth_members m ON m.member = a.usesysid JOIN pg_roles g ON g.oid = m.roleid
    WHERE g.rolname = 'portal_app' AND a.datname = current_database() AND a.usename <> current_user`);
  if (rowCount) throw new Obstacle("The portal is running: stop it, then start again · 门户正在运行，请先停止");
}

async function keyInForce(client: pg.Client, keys: { old: Keyring; new: Keyring }): Promise<"old" | "new"> {
  const { rows } = await client.query<{ key: string | null }>("SELECT key_check AS key FROM base");
  const key = rows[0]?.key;
  if (key === checkOf(keys.new)) return "new";
  if (key && key === checkOf(keys.old)) return "old";
  throw new Obstacle("PORTAL_DATA_KEY is not the key this database was written with · PORTAL_DATA_KEY 与数据库不符");
}

function refuseNewKey(oldKey: string, newKey: string) {
  const bytes = Buffer.from(newKey, "base64url");
  if (bytes.toString("base64url") !== newKey || bytes.length !== 32 || new Set(bytes).size < 10)
    throw new Obstacle("PORTAL_DATA_KEY_NEW is too weak: give 32 random bytes in base64url · 新密钥强度不足");
  if (bytes.equals(Buffer.from(oldKey, "base64url")))
    throw new Obstacle("PORTAL_DATA_KEY_NEW is the key in force: give another · 新旧密钥相同");
}

const ringOf = (key: string) => keyring(Buffer.from(key, "base64url"));
const checkOf = ({ keyedHash }: Keyring) => keyedHash("key-check", "portal");
