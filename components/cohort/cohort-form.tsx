import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { DateFields, PaperFields, PlanFields } from "@/components/cohort/cohort-fields";
import { ButtonLink } from "@/components/ui/button-link";
import { Form } from "@/components/ui/form/form";
import { StaleValues } from "@/components/ui/form/stale-values";
import { Submit } from "@/components/ui/form/submit";
import { draftCohort } from "@/lib/cohort/actions";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { findPlanLimits } from "@/lib/cohort/queries/year";
import { editableOf } from "@/lib/cohort/rules/states";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { listOpenCourses } from "@/lib/course/queries";
import { editCohort } from "@/lib/enrolment/actions";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  today: Day;
  /** The cohort being edited. */
  cohort?: CohortRecord;
  /** The earlier one a new cohort is copied from. */
  from?: CohortRecord | undefined;
  courseId?: string | undefined;
  /** The last day that a timetable asks for. */
  endsOn?: Day | undefined;
  /** U19: the years in question, between the dates and the papers. */
  children: ReactNode;
};

/** A new cohort, a copy, or one that is there; whoever saves second sees both versions (I27). */
export async function CohortForm({ today, cohort, from, courseId, endsOn, children }: Props) {
  const [t, label, words, courses, limits] = await Promise.all([
    getTranslations("cohort"),
    labelsOf("cohort"),
    getMessages(),
    listOpenCourses(cohort?.course.id),
    findPlanLimits(today),
  ]);
  const home = cohort ? `/cohorts/${cohort.id}` : "/cohorts";
  const given = cohort ?? from;
  const free = cohort ? editableOf(cohort.state) : { courseAndSeats: true, start: true };
  const choices = {
    atBase: words.cohort.heldAt,
    courseId: Object.fromEntries(courses.map(({ id, name }) => [id, name])),
  };
  const stale = <StaleValues fields={label} choices={choices} href={`${home}/edit`} />;

  return (
    <Form
      action={cohort ? editCohort : draftCohort}
      submissionKey={newSubmissionKey()}
      version={cohort?.version}
      refused={cohort && stale}
    >
      {cohort && <input type="hidden" name="cohortId" value={cohort.id} />}
      {from && from.teaching.days.length > 0 && <input type="hidden" name="copyOf" value={from.id} />}
      <PlanFields
        given={given}
        courses={courses}
        courseId={courseId}
        limits={limits}
        locked={!free?.courseAndSeats}
        isNew={!cohort}
      />
      <DateFields
        given={given && endsOn ? { ...given, endsOn } : given}
        filingDays={limits.filingDays}
        locked={!free?.start}
        isNew={!cohort}
      />
      {children}
      <PaperFields given={given} />
      <div className="actions">
        <Submit main>{t(cohort ? "save" : "draft")}</Submit>
        <ButtonLink href={home}>{t("cancel")}</ButtonLink>
      </div>
    </Form>
  );
}
