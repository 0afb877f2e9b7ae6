import type { NextRequest } from "next/server";
import { listHits } from "@/components/enrolment/enrol-search";
import { requireActor } from "@/lib/auth/actor";
import { id } from "@/lib/fields";
import { route } from "@/lib/route";

/** Whom the enrol panel finds while somebody types, with those marked who are in the cohort already. */
export const GET = route(async (request: NextRequest, { params }: RouteContext<"/cohorts/[cohortId]/roster/hits">) => {
  await requireActor("enrolment:create");
  const cohortId = id.safeParse((await params).cohortId);
  const query = request.nextUrl.searchParams.get("q")?.trim().slice(0, 60) ?? "";
  const hits = cohortId.success && query ? await listHits(cohortId.data, query) : [];
  return Response.json({ hits }, { headers: { "cache-control": "no-store" } });
});
