import { ExportLinks } from "@/components/report/export-links";
import { ButtonLink } from "@/components/ui/button-link";
import type { Attendance } from "@/lib/attendance/queries/grid";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { attendanceReport } from "@/lib/report/queries/attendance";
import { getTranslations } from "@/lib/wording/translations";

type Props = { actor: Actor; cohortId: string; attendance: Attendance };

/** 考勤汇总 as a file and on paper, and the sheet people sign on the next day that has lessons. */
export async function AttendancePapers({ actor, cohortId, attendance: { lessons, people } }: Props) {
  if (!may(actor.role, "report:export") || people.length === 0) return null;
  const t = await getTranslations("attendance.grid");
  const next = (lessons.find(({ day }) => day >= actor.today) ?? lessons.at(-1))?.day ?? actor.today;
  return (
    <>
      <ExportLinks actor={actor} report={attendanceReport} query={`cohort=${cohortId}`} count={people.length} />
      <ButtonLink href={`/print/reports/attendance?cohort=${cohortId}`} file>
        {t("summary")}
      </ButtonLink>
      <ButtonLink href={`/print/reports/sign-in-sheet?cohort=${cohortId}&day=${next}`} file>
        {t("papers", { day: next })}
      </ButtonLink>
    </>
  );
}
