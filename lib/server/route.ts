import "server-only";
import type { NextRequest } from "next/server";
import { log, pathToLog } from "@/lib/log";
import { databaseError } from "@/lib/refusal/database-error";
import { asRefusal, isPassing } from "@/lib/refusal/refusal";
import { retryAfter } from "@/lib/server/door/away";
import { faults } from "@/lib/wording/faults";

/**
 * A route behind sign-in. A database that does not answer is no fault of ours (invariants 6): it is said with 503, in every language,
 * since who is asking cannot be known then. Of everything else that is thrown, Next makes what it makes of it.
 */
export function route<Context>(handle: (request: NextRequest, context: Context) => Promise<Response>) {
  return async (request: NextRequest, context: Context): Promise<Response> => {
    try {
      return await handle(request, context);
    } catch (error) {
      const refusal = asRefusal(error);
      if (!refusal || !isPassing(refusal)) throw error;

      const path = pathToLog(request.nextUrl.pathname);
      log.warn({ event: "unavailable", path, database: databaseError(error)?.code });
      return new Response(
        faults()
          .map(([, { unavailable }]) => `${unavailable.text}\n`)
          .join(""),
        {
          status: 503,
          headers: { "content-type": "text/plain; charset=utf-8", "retry-after": retryAfter },
        },
      );
    }
  };
}
