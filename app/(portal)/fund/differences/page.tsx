import { FundTabs } from "@/components/fund/fund-tabs";
import { SealedRecords } from "@/components/fund/month/sealed-records";
import { SealedTable } from "@/components/fund/month/sealed-table";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { ExportLinks } from "@/components/report/export-links";
import { PrintFundLink } from "@/components/report/print-link";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { findSealedYear, type SealedYear } from "@/lib/fund/queries/sealed";
import { changesOf, countOf } from "@/lib/fund/rules/sealed";
import { periodQuery } from "@/lib/fund/schema/period";
import { differenceReport } from "@/lib/report/queries/differences";
import { yearOf } from "@/lib/value/calendar";
import { minuteOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("money.sealed"))("title") };
}

/** R76, I40: a closed year and reported months as they were sealed against what is known today, and the records between the two. */
export default async function DifferencesPage({ searchParams }: PageProps<"/fund/differences">) {
  const actor = await requireActor("dashboard:fund");
  const { year = yearOf(actor.today) } = periodQuery.parse(await searchParams);
  const [t, months, sealed] = await Promise.all([
    getTranslations("money.sealed"),
    getTranslations("money.months"),
    findSealedYear(year, actor.today),
  ]);
  const changes = changesOf(sealed);
  const file = { actor, report: differenceReport, query: `year=${year}` };

  return (
    <main className="main" id="main">
      <FundTabs current="months" />
      <Crumb href={`/fund/months?year=${year}`} list={months("titleOf", { year })} here={t("title")} />
      <Title
        title={t("titleOf", { year })}
        note={t("note")}
        actions={
          <>
            <ExportLinks {...file} count={countOf(sealed)} />
            <PrintFundLink {...file} />
          </>
        }
      />
      <Closed sealed={sealed} />
      <Reported sealed={sealed} />
      <Sheet title={t("records", { count: changes.length })}>
        {changes.length > 0 ? <SealedRecords changes={changes} /> : <Empty lead={t("recordsNone")} />}
      </Sheet>
    </main>
  );
}

async function Closed({ sealed: { year, closedAt, figures } }: { sealed: SealedYear }) {
  const t = await getTranslations("money.sealed");
  const title = t("year", { year });
  return (
    <Sheet title={title} note={closedAt && t("closedAt", { at: minuteOfInstant(closedAt) })}>
      {closedAt ? (
        <SealedTable periods={[{ month: null, figures }]} caption={title} sealed="closed" />
      ) : (
        <Empty lead={t("open", { year })} text={t("openText")} />
      )}
    </Sheet>
  );
}

async function Reported({ sealed: { months, changedMonths } }: { sealed: SealedYear }) {
  const t = await getTranslations("money.sealed");
  const title = t("months", { count: changedMonths.length });
  return (
    <Sheet title={title} note={changedMonths.length > 0 && t("monthsNote")}>
      {changedMonths.length > 0 ? (
        <SealedTable periods={changedMonths} caption={title} sealed="reported" />
      ) : (
        <Empty lead={months.length > 0 ? t("monthsNone", { count: months.length }) : t("monthsOpen")} />
      )}
    </Sheet>
  );
}
