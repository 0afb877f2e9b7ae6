import { CohortForm } from "@/components/cohort/cohort-form";
import { YearCapacity } from "@/components/cohort/year-capacity";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { requireActor } from "@/lib/auth/actor";
import { findCohort } from "@/lib/cohort/queries/record";
import { findTrainingYear } from "@/lib/cohort/queries/year";
import { yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("cohort"))("new") };
}

export default async function NewCohortPage({ searchParams }: PageProps<"/cohorts/new">) {
  const actor = await requireActor("cohort:draft");
  const { from, course } = await searchParams;
  const thisYear = yearOf(actor.today);
  const [t, earlier, ...years] = await Promise.all([
    getTranslations("cohort"),
    typeof from === "string" ? findCohort(from) : null,
    findTrainingYear(thisYear),
    findTrainingYear(thisYear + 1),
  ]);

  return (
    <main className="main" id="main">
      <Crumb href="/cohorts" list={t("list")} here={t("new")} />
      <Title title={t("new")} note={earlier && t("form.copied", { number: earlier.number })} />
      <CohortForm
        today={actor.today}
        from={earlier ?? undefined}
        courseId={typeof course === "string" ? course : undefined}
      >
        <YearCapacity years={years} />
      </CohortForm>
    </main>
  );
}
