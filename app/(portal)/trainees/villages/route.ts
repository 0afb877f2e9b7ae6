import type { NextRequest } from "next/server";
import type { Hit } from "@/components/search/use-hits";
import { requireActor } from "@/lib/auth/actor";
import { searchVillages } from "@/lib/place/queries";
import { route } from "@/lib/server/route";

/** The villages that fit what is typed into the village field. */
export const GET = route(async (request: NextRequest) => {
  const actor = await requireActor("trainee:create");
  const q = request.nextUrl.searchParams.get("q")?.slice(0, 30) ?? "";
  const villages = await searchVillages(actor.today, q);

  const hits: Hit[] = villages.map(({ code, name, township }) => ({ id: code, title: name, detail: township.name }));
  return Response.json({ hits }, { headers: { "cache-control": "no-store" } });
});
