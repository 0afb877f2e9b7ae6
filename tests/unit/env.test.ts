import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { readEnv } from "@/lib/env";

const good = {
  DATABASE_URL: "postgresql://portal_app:x@127.0.0.1:5432/portal",
  PORTAL_DATA_KEY: randomBytes(32).toString("base64url"),
  NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
  NEXTAUTH_URL: "http://127.0.0.1:3000",
};

test("invariants 5.9: a complete environment is read", () => {
  const read = readEnv({ ...good, NODE_ENV: "production", PORTAL_INSTANCE: "one" });

  expect(read).toMatchObject({
    production: true,
    databaseUrl: good.DATABASE_URL,
    instance: "one",
    durability: "required",
  });
  expect(read.dataKey).toHaveLength(32);
});

test.each(Object.keys(good))("invariants 5.9: without %s nothing starts, and the message names it", (name) => {
  expect(() => readEnv({ ...good, [name]: undefined })).toThrow(`${name} is missing`);
});

test("invariants 5.9: every wrong variable is named, no value is shown", () => {
  const read = () =>
    readEnv({ ...good, NEXTAUTH_SECRET: "brief", PORTAL_DATA_KEY: "AAAA", PORTAL_DURABILITY: "maybe" });

  expect(read).toThrow(/^PORTAL_DATA_KEY must .*\nNEXTAUTH_SECRET must .*\nPORTAL_DURABILITY must .*$/);
  expect(read).not.toThrow(/brief|AAAA|maybe/);
});

test("invariants 5.9: a placeholder secret stops a production start only", () => {
  for (const NEXTAUTH_SECRET of [
    "changeme-changeme-changeme-changeme",
    "development-0123456789-abcdefghij",
    "a".repeat(40),
  ]) {
    expect(() => readEnv({ ...good, NEXTAUTH_SECRET, NODE_ENV: "production" })).toThrow(
      "NEXTAUTH_SECRET is a placeholder",
    );
    expect(readEnv({ ...good, NEXTAUTH_SECRET }).signInSecret).toBe(NEXTAUTH_SECRET);
  }
  const zeros = Buffer.alloc(32).toString("base64url");
  expect(() => readEnv({ ...good, PORTAL_DATA_KEY: zeros, NODE_ENV: "production" })).toThrow(
    "PORTAL_DATA_KEY is a placeholder",
  );
});
