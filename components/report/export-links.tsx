import { getMessages } from "next-intl/server";
import { ExportLink } from "@/components/report/export-link";
import { ButtonLink } from "@/components/ui/button-link";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { fileAddress, type Named } from "@/lib/report/rules";
import { sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Props = { actor: Actor; report: Named; query: string; count: number; full?: boolean; main?: boolean };

/** The ways a list leaves the portal, for whoever may take it: as a workbook, as text, and with whole numbers where it has any (R93). */
export async function ExportLinks({ actor, report, query, count, full, main }: Props) {
  if (!may(actor.role, report.permission)) return null;
  const [t, { report: words }] = await Promise.all([getTranslations("report.link"), getMessages()]);
  const link = await sentences(words.link);

  return (
    <>
      <ExportLink href={fileAddress(report, "xlsx", query)} words={link} main={main}>
        {t("xlsx", { count })}
      </ExportLink>
      <ExportLink href={fileAddress(report, "csv", query)} words={link}>
        {t("csv")}
      </ExportLink>
      {full && may(actor.role, "report:exportFull") && (
        <ButtonLink href={`/reports/full/${report.kind}?${query}`}>{t("full")}</ButtonLink>
      )}
    </>
  );
}
