import { connection } from "next/server";
import { listShortages } from "@/lib/check/queries";
import { env } from "@/lib/env";

/** Whether the portal can take work; what is missing is named, so that whoever watches knows where to look. */
export async function GET() {
  await connection();
  const missing = await listShortages();
  return Response.json(
    { instance: env().instance, ready: missing.length === 0, missing },
    { status: missing.length === 0 ? 200 : 503 },
  );
}
