import { defineConfig } from "prisma/config";

// Prisma would download an engine for its own commands of migration, which we do not use. With any program in its place it
// only looks whether that is there, and writes the client without a network.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema" });
