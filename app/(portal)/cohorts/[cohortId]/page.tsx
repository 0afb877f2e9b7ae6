import { notFound } from "next/navigation";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { NextStep } from "@/components/cohort/next-step";
import { OtherSteps } from "@/components/cohort/other-steps";
import { Papers } from "@/components/cohort/papers";
import { YearOfCohort } from "@/components/cohort/year-of-cohort";
import { ClassTeacherSheet } from "@/components/helper/class-teacher-sheet";
import { ButtonLink } from "@/components/ui/button-link";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { listFindings } from "@/lib/cohort/queries/findings";
import { findCohort } from "@/lib/cohort/queries/record";
import { editableOf, isPreparing } from "@/lib/cohort/rules/states";
import { noBooking } from "@/lib/lesson/rules/booking";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]">) {
  const cohort = await findCohort((await params).cohortId);
  return { title: cohort && `${cohort.title} ${cohort.number}` };
}

export default async function CohortPage({ params }: PageProps<"/cohorts/[cohortId]">) {
  const actor = await requireActor("cohort:view");
  const [t, cohort] = await Promise.all([
    getTranslations("cohort"),
    params.then(({ cohortId }) => findCohort(cohortId)),
  ]);
  if (!cohort) notFound();
  const mayDraft = may(actor.role, "cohort:draft");
  const asked = isPreparing(cohort.state);

  return (
    <CohortFrame
      cohort={cohort}
      actor={actor}
      tab="overview"
      actions={
        mayDraft && (
          <>
            <ButtonLink href={`/cohorts/new?from=${cohort.id}`}>{t("copy")}</ButtonLink>
            {editableOf(cohort.state) && <ButtonLink href={`/cohorts/${cohort.id}/edit`}>{t("edit")}</ButtonLink>}
          </>
        )
      }
    >
      <NextStep cohort={cohort} actor={actor} findings={asked ? await listFindings(cohort.id, actor.today) : []} />
      <YearOfCohort cohort={cohort} />
      <ClassTeacherSheet cohort={cohort} today={actor.today} mayEdit={mayDraft && !noBooking(cohort)} />
      <Papers cohort={cohort} />
      <OtherSteps cohort={cohort} actor={actor} />
    </CohortFrame>
  );
}
