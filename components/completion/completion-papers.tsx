import { ExportLinks } from "@/components/report/export-links";
import { ButtonLink } from "@/components/ui/button-link";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import type { CompletionRow } from "@/lib/completion/queries/people";
import { completionReport } from "@/lib/report/queries/completions";
import { getTranslations } from "@/lib/wording/translations";

type Props = { cohortId: string; actor: Actor; people: CompletionRow[] };

/** 结业花名册 and 班期结业报告, on paper and as files, for whoever may take them; not before somebody was trained. */
export async function CompletionPapers({ cohortId, actor, people }: Props) {
  if (!may(actor.role, "report:export") || people.length === 0) return null;
  const t = await getTranslations("completion.papers");
  const query = `cohort=${cohortId}`;
  const completed = people.filter(({ state }) => state === "COMPLETED").length;

  return (
    <>
      {completed > 0 && (
        <>
          <ExportLinks actor={actor} report={completionReport} query={query} count={completed} full />
          <ButtonLink href={`/print/reports/completions?${query}`} file>
            {t("roster")}
          </ButtonLink>
        </>
      )}
      <ButtonLink href={`/print/reports/cohort-report?${query}`} file>
        {t("report")}
      </ButtonLink>
    </>
  );
}
