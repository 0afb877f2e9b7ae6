import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { ofOverview } from "@/components/fund/address";
import { sendFundPaper } from "@/components/fund/paper/send";
import { requireActor } from "@/lib/auth/actor";
import { readFundFilter, wrongDay } from "@/lib/fund/schema/filter";
import { route } from "@/lib/server/route";

/** U15: the fund's overview on paper. R76: what asks for a day that cannot be shown is led back to the page that says so. */
export const GET = route(async (request: NextRequest) => {
  const actor = await requireActor("dashboard:fund");
  const query = Object.fromEntries(request.nextUrl.searchParams);
  if (wrongDay(query, actor.today)) redirect(`/fund?${request.nextUrl.searchParams}`);
  return sendFundPaper(actor, ofOverview(readFundFilter(query, actor.today)));
});
