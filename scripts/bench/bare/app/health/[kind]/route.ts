import { connection } from "next/server";

/** What `scripts/start/serve.mjs` waits for. */
export async function GET() {
  await connection();
  return Response.json({ instance: process.env.PORTAL_INSTANCE });
}
