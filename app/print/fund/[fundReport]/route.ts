import type { NextRequest } from "next/server";
import { requireActor } from "@/lib/auth/actor";
import { sendPrint } from "@/lib/report/send-print";
import { route } from "@/lib/server/route";

/** U15: a ledger of the fund on paper. */
export const GET = route(async (request: NextRequest, { params }: RouteContext<"/print/fund/[fundReport]">) => {
  const actor = await requireActor("fund:export");
  const query = request.nextUrl.searchParams;
  return sendPrint(actor, (await params).fundReport, "fund:export", query);
});
