import type { NextRequest } from "next/server";
import { requireActor } from "@/lib/auth/actor";
import { findOwnExport } from "@/lib/report/queries/exports";
import { route } from "@/lib/server/route";

/** How far one's own export has come, for the line beside its link; null for any other. */
export const GET = route(async (_: NextRequest, { params }: RouteContext<"/reports/exports/[exportId]">) => {
  const actor = await requireActor("own:preferences");
  const found = await findOwnExport(actor.id, (await params).exportId);
  return Response.json(found, { headers: { "cache-control": "no-store" } });
});
