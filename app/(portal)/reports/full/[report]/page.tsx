import { notFound } from "next/navigation";
import { getMessages } from "next-intl/server";
import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { ExportLink } from "@/components/report/export-link";
import { FactorFirst } from "@/components/report/factor-first";
import { GrantForm } from "@/components/report/grant-form";
import { Banner } from "@/components/ui/banner";
import { findOwnAccount } from "@/lib/account/queries";
import { requireActor } from "@/lib/auth/actor";
import { findGrant } from "@/lib/report/queries/exports";
import { findFullReport } from "@/lib/report/queries/full";
import { fileAddress } from "@/lib/report/rules";
import { fullFormat } from "@/lib/report/schema";
import { sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("report.full"))("title") };
}

/** R93: the way to whole numbers: purpose and password first, then one file, once. */
export default async function FullExportPage({ params, searchParams }: PageProps<"/reports/full/[report]">) {
  const actor = await requireActor("report:exportFull");
  const { grant: granted, ...asked } = await searchParams;
  const found = await findFullReport((await params).report, asked, actor);
  if (!found) notFound();

  const { report, query, title, about, count, screen } = found;
  const [t, { report: words }, { factorSince }, grant] = await Promise.all([
    getTranslations("report.full"),
    getMessages(),
    findOwnAccount(actor.id),
    findGrant(actor.id, granted),
  ]);

  return (
    <main className="main" id="main">
      <Crumb href={screen} list={t("crumb", { report: title, about })} here={t("title")} />
      <DoneBanner />
      <Title title={t("title")} note={t("note", { report: title, about, count })} />
      {factorSince === null ? (
        <FactorFirst from={`/reports/full/${report.kind}?${query}`} />
      ) : grant?.isOpen ? (
        <Sheet title={t("ready")} note={t("readyText")}>
          <div className="sheet-body">
            <ExportLink
              href={fileAddress(report, fullFormat, `${query}&grant=${grant.id}`)}
              words={await sentences(words.link)}
              main
            >
              {t("take")}
            </ExportLink>
          </div>
        </Sheet>
      ) : (
        <>
          {granted !== undefined && (
            <Banner kind="warn" refusal="WRONG_STATE">
              {t("over")}
            </Banner>
          )}
          <GrantForm report={report.kind} query={query} />
        </>
      )}
    </main>
  );
}
