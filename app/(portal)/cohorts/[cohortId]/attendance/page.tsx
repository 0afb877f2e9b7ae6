import { notFound } from "next/navigation";
import { AttendanceGrid } from "@/components/attendance/grid";
import { AttendancePapers } from "@/components/attendance/papers";
import { UntakenSheet } from "@/components/attendance/untaken-sheet";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import { findAttendance } from "@/lib/attendance/queries/grid";
import { listUntaken } from "@/lib/attendance/queries/untaken";
import { requireActor } from "@/lib/auth/actor";
import { findCohort } from "@/lib/cohort/queries/record";
import { parametersOn } from "@/lib/setting/parameter";
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

  const [t, attendance, untaken, parameters] = await Promise.all([
    getTranslations("attendance.grid"),
    findAttendance(cohort.id),
    listUntaken(actor, cohort.id),
    parametersOn(cohort.startsOn),
  ]);
  const { lessons, people } = attendance;
  const typed = people.some((person) => person.typed);
  return (
    <CohortFrame
      cohort={cohort}
      actor={actor}
      tab="attendance"
      actions={<AttendancePapers actor={actor} cohortId={cohort.id} attendance={attendance} />}
    >
      {untaken.length > 0 && <UntakenSheet lessons={untaken} hours={parameters("attendance_hours")} />}
      <Sheet
        title={t("title")}
        note={typed ? t("noteTyped") : t("note", { lates: parameters("late_marks_a_period") })}
        end={<a href={`/cohorts/${cohort.id}/timetable`}>{t("timetable")}</a>}
      >
        {people.length === 0 ? (
          <Empty lead={t("nobody")} text={t("nobodyText")} />
        ) : lessons.length === 0 ? (
          <Empty lead={t("noLessons")} text={t("noLessonsText")} />
        ) : (
          <>
            <AttendanceGrid attendance={attendance} byLesson={!typed} />
            {!typed && <p className="sheet-note">{t("legend")}</p>}
          </>
        )}
      </Sheet>
    </CohortFrame>
  );
}
