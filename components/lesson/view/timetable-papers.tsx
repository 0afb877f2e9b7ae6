import { ExportLinks } from "@/components/report/export-links";
import { ButtonLink } from "@/components/ui/button-link";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { timetableReport } from "@/lib/report/queries/timetable";
import { getTranslations } from "@/lib/wording/translations";

type Props = { actor: Actor; cohortId: string; count: number };

/** 课程表 of a cohort on paper and as a file, once there is a lesson in it. */
export async function TimetablePapers({ actor, cohortId, count }: Props) {
  if (!may(actor.role, "report:export") || count === 0) return null;
  const t = await getTranslations("timetable.cohort");
  return (
    <>
      <ButtonLink href={`/print/reports/timetable?cohort=${cohortId}`} file>
        {t("print")}
      </ButtonLink>
      <ExportLinks actor={actor} report={timetableReport} query={`cohort=${cohortId}`} count={count} />
    </>
  );
}
