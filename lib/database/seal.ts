import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** I31: encrypts a personal field for one place in the database; moved to another row it does not open again. */
export function seal(table: string, column: string, rowId: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor("seal"), nonce).setAAD(place(table, column, rowId));
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `1.${sealed.toString("base64url")}`;
}

/** I31: opens what was sealed for exactly this row; throws when it was altered, moved or sealed with another key. */
export function unseal(table: string, column: string, rowId: string, sealed: string): string {
  const bytes = Buffer.from(sealed.slice(2), "base64url");
  if (!sealed.startsWith("1.") || bytes.length < 28) throw new Error(`${table}.${column} holds no sealed text`);

  const decipher = createDecipheriv("aes-256-gcm", keyFor("seal"), bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(place(table, column, rowId)).setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(12, -16), undefined, "utf8") + decipher.final("utf8");
}

/** I18, I31: the same text for the same purpose always gives the same hash; without the key nobody can try them out. */
export function keyedHash(purpose: string, text: string): string {
  return createHmac("sha256", keyFor("hash"))
    .update(JSON.stringify([purpose, text]))
    .digest("base64url");
}

const place = (...parts: string[]): Buffer => Buffer.from(JSON.stringify(parts));

const keys = new Map<string, Buffer>();

/** One key for each use, all out of the one data key, which is read only when the first is needed. */
function keyFor(use: "seal" | "hash"): Buffer {
  const known = keys.get(use);
  if (known) return known;

  const key = Buffer.from(hkdfSync("sha256", env().dataKey, "", `portal ${use} 1`, 32));
  keys.set(use, key);
  return key;
}
