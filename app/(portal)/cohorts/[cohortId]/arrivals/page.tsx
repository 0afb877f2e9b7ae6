import { notFound } from "next/navigation";
import { ArrivalList } from "@/components/arrival/arrival-list";
import { ArrivalPapers } from "@/components/arrival/arrival-papers";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { listArrivals } from "@/lib/arrival/queries";
import { arrivalDays } from "@/lib/arrival/rules";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findCohort } from "@/lib/cohort/queries/record";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/arrivals">) {
  const [t, cohort] = await Promise.all([getTranslations("arrival"), findCohort((await params).cohortId)]);
  return { title: t("page", { number: cohort?.number ?? "" }) };
}

/** R26: 报到, apart from 报名: who of the cohort's people has come to the base. */
export default async function ArrivalsPage({ params }: PageProps<"/cohorts/[cohortId]/arrivals">) {
  const actor = await requireActor("cohort:view");
  const cohort = await findCohort((await params).cohortId);
  if (!cohort) notFound();

  const people = await listArrivals(cohort.id);
  return (
    <CohortFrame
      cohort={cohort}
      actor={actor}
      tab="roster"
      actions={<ArrivalPapers actor={actor} cohortId={cohort.id} people={people} />}
    >
      <ArrivalList
        cohortId={cohort.id}
        people={people}
        days={arrivalDays(cohort, actor.today)}
        notes={may(actor.role, "arrival:note") && cohort.state !== "CLOSED"}
      />
    </CohortFrame>
  );
}
