import { requireActor } from "@/lib/auth/actor";
import { findOwnExport } from "@/lib/report/queries/exports";

/** How far one's own export has come, for the line beside its link; null for any other. */
export async function GET(_: Request, { params }: RouteContext<"/reports/exports/[exportId]">) {
  const actor = await requireActor("own:preferences");
  const found = await findOwnExport(actor.id, (await params).exportId);
  return Response.json(found, { headers: { "cache-control": "no-store" } });
}
