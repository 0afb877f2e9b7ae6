import type { NextRequest } from "next/server";
import { requireActor } from "@/lib/auth/actor";
import { sendReport } from "@/lib/report/send-report";
import { route } from "@/lib/server/route";

/** A report of the training as a file: `roster.xlsx?cohort=…`. */
export const GET = route(async (request: NextRequest, { params }: RouteContext<"/reports/files/[file]">) => {
  const actor = await requireActor("report:export");
  return sendReport(request, actor, "report:export", (await params).file);
});
