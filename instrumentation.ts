import type { Instrumentation } from "next";

/** Before the first request: what has to be true of the database and the keys, or the server does not start. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ startUp, keepSealing }, { agreeOnKey }] = await Promise.all([
    import("@/lib/server/start-up"),
    import("@/lib/base/commands"),
  ]);
  await startUp(agreeOnKey);
  keepSealing();
}

export const onRequestError: Instrumentation.onRequestError = async (...fault) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logFault } = await import("@/lib/log");
  logFault(...fault);
};
