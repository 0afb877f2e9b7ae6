import type { NextRequest } from "next/server";
import { findActor, findSignInId } from "@/lib/auth/actor";
import { findSecondsLeft } from "@/lib/auth/queries";
import { route } from "@/lib/server/route";

/** How many seconds a sign-in still has, 0 once it has ended; `?stay` is a use of it, the question alone is none (I33). */
export const GET = route(async (request: NextRequest) => {
  const id = await findSignInId();
  if (request.nextUrl.searchParams.has("stay")) await findActor();
  const left = id ? await findSecondsLeft(id) : 0;
  return Response.json({ left }, { headers: { "cache-control": "no-store" } });
});
