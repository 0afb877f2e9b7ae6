import type { NextRequest } from "next/server";
import type { Hit } from "@/components/search/use-hits";
import { requireActor } from "@/lib/auth/actor";
import { findEverything } from "@/lib/search/queries/find";
import { searchQuery } from "@/lib/search/schema";
import { route } from "@/lib/server/route";
import { getTranslations } from "@/lib/wording/translations";

/** What stands under the box while somebody types: a few of each group, and the way to all of one that has more. */
export const GET = route(async (request: NextRequest) => {
  const actor = await requireActor("search:use");
  const query = searchQuery.parse(Object.fromEntries(request.nextUrl.searchParams));
  const [t, found] = await Promise.all([getTranslations("search"), findEverything(actor, query)]);

  const hits: Hit[] = found.flatMap(({ name, total, capped, answers, all }) => {
    const group = t(`groups.${name}`);
    const count = t("count", { total, capped: String(capped) });
    const heading = t("heading", { group, count });
    const known = answers.map((answer) => ({ ...answer, id: `${name}-${answer.id}`, group: heading }));
    return all
      ? [...known, { id: name, title: t("all", { group, count }), href: all, group: heading, isWay: true }]
      : known;
  });
  return Response.json({ hits }, { headers: { "cache-control": "no-store" } });
});
