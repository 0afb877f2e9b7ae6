import { notFound } from "next/navigation";
import { AsOfNotice } from "@/components/fund/as-of-notice";
import { FilterSaid } from "@/components/fund/filter-said";
import { FundTabs } from "@/components/fund/fund-tabs";
import { LedgerFilters } from "@/components/fund/ledger/ledger-filters";
import { RecordTable } from "@/components/fund/ledger/ledger-table";
import { LedgerTotal } from "@/components/fund/ledger/ledger-total";
import { NewLink } from "@/components/fund/record/new-link";
import { Title } from "@/components/layout/title";
import { ExportLinks } from "@/components/report/export-links";
import { PrintFundLink } from "@/components/report/print-link";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { readLedger } from "@/lib/fund/queries/records";
import { isLedger } from "@/lib/fund/rules/ledger";
import { fundQuery, readFundFilter } from "@/lib/fund/schema/filter";
import { recordReports } from "@/lib/report/queries/records";
import { yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/fund/[ledger]">) {
  const [{ ledger }, t] = await Promise.all([params, getTranslations("fund.ledgers")]);
  return isLedger(ledger) ? { title: t(`${ledger}.title`) } : {};
}

export default async function LedgerPage({ params, searchParams }: PageProps<"/fund/[ledger]">) {
  const actor = await requireActor("dashboard:fund");
  const { ledger } = await params;
  if (!isLedger(ledger)) notFound();

  const query = await searchParams;
  const filter = readFundFilter(query, actor.today);
  const report = recordReports[ledger];
  const [t, { projects, records, total }] = await Promise.all([getTranslations("fund"), readLedger(ledger, filter)]);

  return (
    <main className="main" id="main">
      <FundTabs current={ledger} />
      <Title
        title={t(`ledgers.${ledger}.count`, { count: records.length })}
        note={<FilterSaid filter={filter} projects={projects} />}
        actions={
          <>
            <ExportLinks actor={actor} report={report} query={fundQuery(filter)} count={records.length} />
            <PrintFundLink actor={actor} report={report} query={fundQuery(filter)} />
            <NewLink actor={actor} what={ledger} main />
          </>
        }
      />
      <AsOfNotice query={query} today={actor.today} shown={filter.asOf} />
      <LedgerTotal ledger={ledger} projects={projects} found={filter.q ? total : undefined} filter={filter} />
      <div className="sheet">
        <LedgerFilters ledger={ledger} filter={filter} lastYear={yearOf(actor.today)} />
        {records.length > 0 ? (
          <RecordTable ledger={ledger} records={records} projects={projects} filter={filter} />
        ) : (
          <Empty lead={t(`ledgers.${ledger}.none`)} text={t("ledgers.noneText")} />
        )}
      </div>
    </main>
  );
}
