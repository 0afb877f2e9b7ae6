import { YearCapacity } from "@/components/cohort/year-capacity";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { ImportForm } from "@/components/roster-import/import-form";
import { ImportList } from "@/components/roster-import/import-list";
import { requireActor } from "@/lib/auth/actor";
import { findTrainingYear } from "@/lib/cohort/queries/year";
import { importQuery } from "@/lib/roster-import/schema";
import { yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("rosterImport");
  return { title: t("title") };
}

export default async function ImportPage({ searchParams }: PageProps<"/trainees/import">) {
  const actor = await requireActor("trainee:import");
  const { cohort } = importQuery.parse(await searchParams);
  const thisYear = yearOf(actor.today);
  const [t, trainee, ...years] = await Promise.all([
    getTranslations("rosterImport"),
    getTranslations("trainee.list"),
    findTrainingYear(thisYear),
    findTrainingYear(thisYear + 1),
  ]);
  return (
    <main className="main" id="main">
      <Crumb href="/trainees" list={trainee("title")} here={t("title")} />
      <Title title={t("title")} note={t("note")} />
      <ImportForm actor={actor} cohortId={cohort}>
        <YearCapacity years={years} />
      </ImportForm>
      <ImportList />
    </main>
  );
}
