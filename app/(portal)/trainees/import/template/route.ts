import { requireActor } from "@/lib/auth/actor";
import { disposition } from "@/lib/report/send-report";
import { rosterTemplate } from "@/lib/roster-import/queries/file";
import template from "@/lib/roster-import/template.json" with { type: "json" };
import { route } from "@/lib/server/route";

/** The empty roster for villages to fill in. */
export const GET = route(async () => {
  const { today } = await requireActor("trainee:import");
  return new Response(new Uint8Array(await rosterTemplate(today)), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": disposition(`${template.files.empty}.xlsx`, "roster-template.xlsx"),
      "cache-control": "no-store",
    },
  });
});
