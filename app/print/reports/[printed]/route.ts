import type { NextRequest } from "next/server";
import { requireActor } from "@/lib/auth/actor";
import { sendPrint } from "@/lib/report/send-print";
import { route } from "@/lib/server/route";

/** U15: any report of the training on paper. */
export const GET = route(async (request: NextRequest, { params }: RouteContext<"/print/reports/[printed]">) => {
  const actor = await requireActor("report:export");
  return sendPrint(actor, (await params).printed, "report:export", request.nextUrl.searchParams);
});
