import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { CohortsToLay } from "@/components/lesson/generate/cohorts";
import { requireActor } from "@/lib/auth/actor";
import { listCohortsToLay } from "@/lib/lesson/queries/cohorts-to-lay";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("lesson.generate");
  return { title: t("title") };
}

export default async function CohortsToLayPage() {
  const actor = await requireActor("lesson:book");
  const [t, cohorts] = await Promise.all([getTranslations("lesson"), listCohortsToLay(actor.today)]);

  return (
    <main className="main" id="main">
      <Crumb href="/schedule" list={t("title")} here={t("generate.title")} />
      <Title title={t("generate.title")} note={t("generate.chooseCohort")} />
      <div className="sheet">
        <CohortsToLay cohorts={cohorts} />
      </div>
    </main>
  );
}
