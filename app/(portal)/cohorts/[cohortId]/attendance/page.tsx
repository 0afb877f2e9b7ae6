import { notFound } from "next/navigation";
import { AttendanceGrid } from "@/components/attendance/grid";
import { AttendancePapers } from "@/components/attendance/papers";
import { PendingSheet } from "@/components/attendance/pending-sheet";
import { RollLinks } from "@/components/attendance/roll-links";
import { UntakenSheet } from "@/components/attendance/untaken-sheet";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import { findSheet } from "@/lib/attendance/queries/sheet";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findCohort } from "@/lib/cohort/queries/record";
import { isUnderWay } from "@/lib/cohort/rules/states";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/attendance">) {
  const [t, cohort] = await Promise.all([getTranslations("attendance"), findCohort((await params).cohortId)]);
  return { title: `${cohort?.number ?? ""} ${t("title")}` };
}

/** The attendance of a cohort: what its rolls lack, and everybody by lesson with the sums. */
export default async function CohortAttendancePage({ params }: PageProps<"/cohorts/[cohortId]/attendance">) {
  const actor = await requireActor("cohort:view");
  const cohort = await findCohort((await params).cohortId);
  if (!cohort) notFound();

  const [t, { attendance, untaken, pending }] = await Promise.all([
    getTranslations("attendance.grid"),
    findSheet(actor, cohort.id),
  ]);
  const { lessons, people } = attendance;
  const typed = people.some((person) => person.typed);
  const edits =
    may(actor.role, "attendance:record") && isUnderWay(cohort.state) && !typed && lessons.some(({ begun }) => begun);
  return (
    <CohortFrame
      cohort={cohort}
      actor={actor}
      tab="attendance"
      actions={<AttendancePapers actor={actor} cohortId={cohort.id} attendance={attendance} />}
    >
      {untaken.length > 0 && <UntakenSheet lessons={untaken} hours={cohort.figures("attendance_hours")} />}
      <Sheet
        title={t("title")}
        note={typed ? t("noteTyped") : t("note", { lates: cohort.figures("late_marks_a_period") })}
        end={<a href={`/cohorts/${cohort.id}/timetable`}>{t("timetable")}</a>}
      >
        {people.length === 0 ? (
          <Empty lead={t("nobody")} text={t("nobodyText")} />
        ) : lessons.length === 0 ? (
          <Empty lead={t("noLessons")} text={t("noLessonsText")} />
        ) : (
          <>
            <AttendanceGrid
              cohortId={cohort.id}
              attendance={attendance}
              byLesson={!typed}
              edits={edits}
              hours={cohort.figures("attendance_hours")}
              pending={pending.length}
            />
            {!typed && (
              <p className="sheet-note">
                {t("legend")}
                <br />
                {t("rates")}
              </p>
            )}
            {!typed && <RollLinks lessons={lessons} />}
          </>
        )}
      </Sheet>
      {pending.length > 0 && <PendingSheet pending={pending} actor={actor} />}
    </CohortFrame>
  );
}
