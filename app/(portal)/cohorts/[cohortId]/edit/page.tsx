import { notFound } from "next/navigation";
import { CohortBadge } from "@/components/cohort/cohort-badge";
import { CohortForm } from "@/components/cohort/cohort-form";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { YearCapacity } from "@/components/cohort/year-capacity";
import { Crumb } from "@/components/layout/crumb";
import { NotNow } from "@/components/layout/not-now";
import { Title } from "@/components/layout/title";
import { requireActor } from "@/lib/auth/actor";
import { findCohort } from "@/lib/cohort/queries/record";
import { findTrainingYear } from "@/lib/cohort/queries/year";
import { noEditing } from "@/lib/cohort/rules/states";
import { parseDay, yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/edit">) {
  const [t, cohort] = await Promise.all([
    getTranslations("cohort"),
    params.then(({ cohortId }) => findCohort(cohortId)),
  ]);
  return { title: `${cohort?.title ?? ""} ${t("edit")}` };
}

export default async function EditCohortPage({ params, searchParams }: PageProps<"/cohorts/[cohortId]/edit">) {
  const actor = await requireActor("cohort:draft");
  const [t, cohort, query] = await Promise.all([
    getTranslations("cohort"),
    params.then(({ cohortId }) => findCohort(cohortId)),
    searchParams,
  ]);
  if (!cohort) notFound();
  const no = noEditing(cohort);
  if (no)
    return (
      <CohortFrame cohort={cohort} actor={actor} tab="overview">
        <NotNow no={no} title={t("edit")} back={`/cohorts/${cohort.id}`} />
      </CohortFrame>
    );

  const { year } = cohort.year;
  const inQuestion = [year - 1, year, year + 1].filter((one) => one === year || one >= yearOf(actor.today));
  const years = await Promise.all(inQuestion.map((one) => findTrainingYear(one)));
  const places = { places: Math.max(cohort.seats, cohort.confirmed), confirmed: cohort.confirmed };
  const moves = cohort.state === "APPROVED" && t("year.moves", places);
  const note = cohort.atBase ? moves : t("year.outside");

  return (
    <main className="main" id="main">
      <Crumb href="/cohorts" list={t("list")} here={cohort.number} />
      <Title title={cohort.title} badge={<CohortBadge state={cohort.state} />} note={t("edit")} />
      <CohortForm today={actor.today} cohort={cohort} endsOn={parseDay([query.endsOn].flat()[0] ?? "")}>
        {/* R25: what a new start day takes along is said before it is saved. */}
        <YearCapacity years={years}>{note}</YearCapacity>
      </CohortForm>
    </main>
  );
}
