import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** I31: encrypts a personal field for one place in the database; moved to another row it does not open again. */
export const seal = (...of: [table: string, column: string, rowId: string, text: string]): string => own().seal(...of);

/** I31: opens what was sealed for exactly this row; throws when it was altered, moved or sealed with another key. */
export const unseal = (...of: [table: string, column: string, rowId: string, sealed: string]): string =>
  own().unseal(...of);

/** I18, I31: the same text for the same purpose always gives the same hash; without the key nobody can try them out. */
export const keyedHash = (purpose: string, text: string): string => own().keyedHash(purpose, text);

export type Keyring = ReturnType<typeof keyring>;

/** All that one data key does, with one key for each use out of it. */
export function keyring(dataKey: Buffer) {
  const keyFor = (use: "seal" | "hash") => Buffer.from(hkdfSync("sha256", dataKey, "", `portal ${use} 1`, 32));
  const keys = { seal: keyFor("seal"), hash: keyFor("hash") };

  return {
    seal(table: string, column: string, rowId: string, text: string): string {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", keys.seal, nonce).setAAD(place(table, column, rowId));
      const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `1.${sealed.toString("base64url")}`;
    },

    unseal(table: string, column: string, rowId: string, sealed: string): string {
      const bytes = Buffer.from(sealed.slice(2), "base64url");
      if (!sealed.startsWith("1.") || bytes.length < 28) throw new Error(`${table}.${column} holds no sealed text`);

      const decipher = createDecipheriv("aes-256-gcm", keys.seal, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(place(table, column, rowId)).setAuthTag(bytes.subarray(-16));
      return decipher.update(bytes.subarray(12, -16), undefined, "utf8") + decipher.final("utf8");
    },

    keyedHash: (purpose: string, text: string): string =>
      createHmac("sha256", keys.hash)
        .update(JSON.stringify([purpose, text]))
        .digest("base64url"),
  };
}

const place = (...parts: string[]): Buffer => Buffer.from(JSON.stringify(parts));

let known: Keyring | undefined;

/** Of the portal's own data key, which is read only when it is first needed. */
function own(): Keyring {
  known ??= keyring(env().dataKey);
  return known;
}
