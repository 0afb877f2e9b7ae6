import type { NextRequest } from "next/server";
import { listHits, listHitsOf } from "@/components/enrolment/enrol-search";
import { requireActor } from "@/lib/auth/actor";
import { id } from "@/lib/command/fields";
import { rosterQuery } from "@/lib/enrolment/schema";
import { route } from "@/lib/server/route";
import { findTrainees } from "@/lib/trainee/queries/search";

/** Whom the enrol panel finds while somebody types, with those marked who are in the cohort already. */
export const GET = route(async (request: NextRequest, { params }: RouteContext<"/cohorts/[cohortId]/roster/hits">) => {
  await requireActor("enrolment:create");
  const cohortId = id.safeParse((await params).cohortId);
  const { person } = rosterQuery.parse(Object.fromEntries(request.nextUrl.searchParams));
  const isNumber = request.nextUrl.searchParams.has("person");
  const query = request.nextUrl.searchParams.get("q")?.trim().slice(0, 60) ?? "";
  const hits = !cohortId.success
    ? []
    : isNumber
      ? await listHitsOf(cohortId.data, await findTrainees(person ?? []))
      : query
        ? await listHits(cohortId.data, query)
        : [];
  return Response.json({ hits }, { headers: { "cache-control": "no-store" } });
});
