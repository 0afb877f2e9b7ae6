import { ExportLinks } from "@/components/report/export-links";
import { ButtonLink } from "@/components/ui/button-link";
import type { ArrivalRow } from "@/lib/arrival/queries";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { arrivalReport } from "@/lib/report/queries/arrivals";
import { getTranslations } from "@/lib/wording/translations";

type Props = { actor: Actor; cohortId: string; people: ArrivalRow[] };

/** 报到册 as a file and on paper, and 未报到名单 for whoever may take them. */
export async function ArrivalPapers({ actor, cohortId, people }: Props) {
  if (!may(actor.role, "report:export") || people.length === 0) return null;
  const t = await getTranslations("arrival");
  return (
    <>
      <ExportLinks actor={actor} report={arrivalReport} query={`cohort=${cohortId}`} count={people.length} />
      <ButtonLink href={`/print/reports/arrivals?cohort=${cohortId}`} file>
        {t("print")}
      </ButtonLink>
      <ButtonLink href={`/print/reports/no-shows?cohort=${cohortId}`} file>
        {t("printMissing")}
      </ButtonLink>
    </>
  );
}
