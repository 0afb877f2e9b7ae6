import { ExportLinks } from "@/components/report/export-links";
import { ButtonLink } from "@/components/ui/button-link";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { callReport } from "@/lib/report/queries/calls";
import { getTranslations } from "@/lib/wording/translations";

type Props = { actor: Actor; cohortId: string; count: number };

/** 候补通知名单 as a file, with whole numbers for who may, and on paper. */
export async function CallPapers({ actor, cohortId, count }: Props) {
  if (!may(actor.role, "report:export")) return null;
  const t = await getTranslations("enrolment.waiting");
  return (
    <span className="flex flex-wrap gap-3">
      <ExportLinks actor={actor} report={callReport} query={`cohort=${cohortId}`} count={count} full />
      <ButtonLink href={`/print/reports/calls?cohort=${cohortId}`} file>
        {t("printCalls")}
      </ButtonLink>
    </span>
  );
}
