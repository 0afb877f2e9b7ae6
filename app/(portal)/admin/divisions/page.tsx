import { TownshipTable } from "@/components/admin/township-table";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { requireActor } from "@/lib/auth/actor";
import { listDivisions } from "@/lib/place/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("division");
  return { title: t("title") };
}

/** Townships and villages with their span of time; a person keeps the one of the day of registration (U30). */
export default async function DivisionsPage() {
  const actor = await requireActor("code:view");
  const [townships, t, index] = await Promise.all([
    listDivisions(),
    getTranslations("division"),
    getTranslations("admin"),
  ]);
  const villages = townships.reduce((total, township) => total + township.villages.length, 0);

  return (
    <main className="main" id="main">
      <Crumb href="/admin" list={index("title")} here={t("title")} />
      <Title title={t("title")} note={t("note")} />
      <Sheet title={t("count", { townships: townships.length, villages })} note={t("source")}>
        <TownshipTable townships={townships} today={actor.today} />
      </Sheet>
    </main>
  );
}
