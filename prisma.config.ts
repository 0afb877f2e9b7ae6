import path from "node:path";
import { defineConfig } from "prisma/config";

// Prisma looks for a downloaded engine at every command; this file speaks the engine's protocol and needs no network.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve("scripts/schema-engine.mjs");

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://nobody:nothing@127.0.0.1:1/none" },
});
