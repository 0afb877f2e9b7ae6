import { connection } from "next/server";
import { env } from "@/lib/env";
import { version } from "@/package.json";

/** The process answers; whether it can work is asked at /health/ready. The mark tells two portals on one machine apart. */
export async function GET() {
  await connection();
  return Response.json({ instance: env().instance, version: env().version || version });
}
