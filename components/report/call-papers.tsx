import { ButtonLink } from "@/components/ui/button-link";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { getTranslations } from "@/lib/wording/translations";

/** 候补通知名单 on paper, which leads on to the file, and with whole numbers for who may. */
export async function CallPapers({ actor, cohortId }: { actor: Actor; cohortId: string }) {
  if (!may(actor.role, "report:export")) return null;
  const t = await getTranslations("enrolment.waiting");
  return (
    <span className="flex flex-wrap gap-3">
      <ButtonLink href={`/print/reports/calls?cohort=${cohortId}`} file>
        {t("printCalls")}
      </ButtonLink>
      {may(actor.role, "report:exportFull") && (
        <ButtonLink href={`/reports/full/calls?cohort=${cohortId}`}>{t("fullCalls")}</ButtonLink>
      )}
    </span>
  );
}
