import type { NextRequest } from "next/server";
import type { Hit } from "@/components/search/use-hits";
import { requireActor } from "@/lib/auth/actor";
import { route } from "@/lib/server/route";
import { findTrainees, searchTrainees } from "@/lib/trainee/queries/search";
import { traineeFilter } from "@/lib/trainee/schema";
import { getTranslations } from "@/lib/wording/translations";

/** What a field that looks for a person is told while somebody types: enough to tell two of one name apart, and no more. */
export const GET = route(async (request: NextRequest) => {
  await requireActor("trainee:view");
  const q = request.nextUrl.searchParams.get("q")?.slice(0, 60) ?? "";
  const { person } = traineeFilter.parse(Object.fromEntries(request.nextUrl.searchParams));
  const [t, trainees] = await Promise.all([
    getTranslations("trainee"),
    person ? findTrainees(person) : searchTrainees(q),
  ]);

  const hits: Hit[] = trainees.map(({ id, name, sex, birthYear, township, village, lastFour }) => ({
    id,
    title: name,
    detail: t("hit", {
      sex: t(`sex.${sex}`),
      year: String(birthYear),
      place: t("place", { township, village }),
    }),
    code: `…${lastFour}`,
    href: `/trainees/${id}`,
  }));
  return Response.json({ hits }, { headers: { "cache-control": "no-store" } });
});
