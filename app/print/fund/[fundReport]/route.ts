import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { sendPrint } from "@/components/report/send-print";
import { requireActor } from "@/lib/auth/actor";
import { wrongDay } from "@/lib/fund/schema/filter";
import { route } from "@/lib/server/route";

/** U15: a ledger of the fund on paper. */
export const GET = route(async (request: NextRequest, { params }: RouteContext<"/print/fund/[fundReport]">) => {
  const actor = await requireActor("fund:export");
  const query = request.nextUrl.searchParams;
  if (wrongDay(Object.fromEntries(query), actor.today)) notFound();
  return sendPrint(actor, (await params).fundReport, "fund:export", query);
});
