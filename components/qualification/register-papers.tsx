import { ExportLinks } from "@/components/report/export-links";
import { ButtonLink } from "@/components/ui/button-link";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import type { RegisterQuery } from "@/lib/qualification/schema";
import { trainerReport } from "@/lib/report/queries/trainers";
import { getTranslations } from "@/lib/wording/translations";

type Props = { actor: Actor; query: RegisterQuery; count: number };

/** 师资名册 as a file and on paper, as it is filtered. */
export async function RegisterPapers({ actor, query: { skill, certificate }, count }: Props) {
  if (!may(actor.role, trainerReport.permission) || count === 0) return null;
  const t = await getTranslations("qualification");
  const query = new URLSearchParams({
    ...(skill && { skill }),
    ...(certificate && { certificate }),
  });
  return (
    <>
      <ExportLinks actor={actor} report={trainerReport} query={String(query)} count={count} />
      <ButtonLink href={`/print/reports/trainers?${query}`} file>
        {t("print")}
      </ButtonLink>
    </>
  );
}
