import path from "node:path";

/** The checkout. Every script works from here, wherever it was called. */
export const root = path.resolve(import.meta.dirname, "../..");
process.chdir(root);

// Said here and not in a shell: no tool of ours may use the network, and none asks questions.
Object.assign(process.env, {
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
});

/** Everything the portal writes on this machine: never in git. */
export const dataFolder = path.join(root, ".data");
