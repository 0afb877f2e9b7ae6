import type { NextRequest } from "next/server";
import { requireActor } from "@/lib/auth/actor";
import { sendReport } from "@/lib/report/send-report";
import { route } from "@/lib/server/route";

/** A report of the fund as a file, `ledger.xlsx?year=2018`: in a folder of its own, because its readers see no person (R94). */
export const GET = route(async (request: NextRequest, { params }: RouteContext<"/fund/files/[fundFile]">) => {
  const actor = await requireActor("fund:export");
  return sendReport(request, actor, "fund:export", (await params).fundFile);
});
