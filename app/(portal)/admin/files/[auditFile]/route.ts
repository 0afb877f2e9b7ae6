import type { NextRequest } from "next/server";
import { requireActor } from "@/lib/auth/actor";
import { sendReport } from "@/lib/report/send-report";
import { route } from "@/lib/server/route";

/** A report of the administration as a file: `audit.xlsx?from=…`. */
export const GET = route(async (request: NextRequest, { params }: RouteContext<"/admin/files/[auditFile]">) => {
  const actor = await requireActor("audit:view");
  return sendReport(request, actor, "audit:view", (await params).auditFile);
});
