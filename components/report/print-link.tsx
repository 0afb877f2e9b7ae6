import { ButtonLink } from "@/components/ui/button-link";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import type { Named } from "@/lib/report/rules";
import { getTranslations } from "@/lib/wording/translations";

/** A ledger of the fund on paper, for whoever may take it out of the portal. */
export async function PrintFundLink({ actor, report, query }: { actor: Actor; report: Named; query: string }) {
  if (!may(actor.role, report.permission)) return null;
  const t = await getTranslations("fund.actions");
  return (
    <ButtonLink href={`/print/fund/${report.kind}?${query}`} file>
      {t("print")}
    </ButtonLink>
  );
}
