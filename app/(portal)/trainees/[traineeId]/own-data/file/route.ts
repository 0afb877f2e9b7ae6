import { notFound, redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { requireActor } from "@/lib/auth/actor";
import { handOutOwnData } from "@/lib/person-request/commands/hand-out";
import { asRefusal } from "@/lib/refusal/refusal";
import { route } from "@/lib/server/route";
import { traineeId } from "@/lib/trainee/schema";

type Context = RouteContext<"/trainees/[traineeId]/own-data/file">;

/** R98: the data of one person as a file of JSON: masked, or whole for the director who brings an unused grant (R93). */
export const GET = route(async (request: NextRequest, { params }: Context) => {
  const actor = await requireActor("trainee:ownData");
  const person = traineeId.safeParse((await params).traineeId);
  if (!person.success) notFound();
  const grant = request.nextUrl.searchParams.get("grant") ?? undefined;
  if (grant) await requireActor("report:exportFull");
  if (request.method === "HEAD") return new Response(null, { headers });

  const handed = await handOutOwnData(actor, { traineeId: person.data, grant }).catch((error: unknown) => {
    if (!grant || asRefusal(error)?.refusal !== "WRONG_STATE") throw error;
    redirect(`/trainees/${person.data}/own-data?grant=${encodeURIComponent(grant)}`);
  });
  if (!handed) notFound();
  return new Response(handed.text, { headers });
});

/** U14: no person's name in the name of the file. */
const headers = {
  "content-type": "application/json; charset=utf-8",
  "cache-control": "no-store",
  "content-disposition": 'attachment; filename="own-data.json"',
};
