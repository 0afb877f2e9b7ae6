import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FilterSaid } from "@/components/fund/filter-said";
import { LedgerTotal } from "@/components/fund/ledger-total";
import { RecordTable } from "@/components/fund/record-table";
import { FundTabs } from "@/components/fund-area/fund-tabs";
import { Title } from "@/components/layout/title";
import { NewLink } from "@/components/money/new-link";
import { ExportLinks } from "@/components/report/export-links";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { snapshot } from "@/lib/db";
import { listProjectSums } from "@/lib/fund/queries/projects";
import { listRecords } from "@/lib/fund/queries/records";
import { isLedger } from "@/lib/fund/rules/ledger";
import { fundQuery, readFundFilter } from "@/lib/fund/schema/filter";
import { disbursementReport } from "@/lib/report/queries/disbursements";

export async function generateMetadata({ params }: PageProps<"/fund/[ledger]">) {
  const [{ ledger }, t] = await Promise.all([params, getTranslations("fund.ledgers")]);
  return isLedger(ledger) ? { title: t(`${ledger}.title`) } : {};
}

export default async function LedgerPage({ params, searchParams }: PageProps<"/fund/[ledger]">) {
  const actor = await requireActor("dashboard:fund");
  const { ledger } = await params;
  if (!isLedger(ledger)) notFound();

  const filter = readFundFilter(await searchParams, actor.today);
  const [t, { projects, records }] = await Promise.all([
    getTranslations("fund"),
    snapshot(async (tx) => {
      const projects = await listProjectSums(filter, tx);
      return { projects, records: await listRecords(ledger, filter, projects, tx) };
    }),
  ]);

  return (
    <main className="main" id="main">
      <FundTabs current={ledger} />
      <Title
        title={t(`ledgers.${ledger}.count`, { count: records.length })}
        note={<FilterSaid filter={filter} projects={projects} />}
        actions={
          <>
            {ledger === "disbursements" && (
              <ExportLinks actor={actor} report={disbursementReport} query={fundQuery(filter)} count={records.length} />
            )}
            <NewLink actor={actor} what={ledger} main />
          </>
        }
      />
      <LedgerTotal ledger={ledger} projects={projects} filter={filter} />
      <div className="sheet">
        {records.length > 0 ? (
          <RecordTable ledger={ledger} records={records} projects={projects} filter={filter} />
        ) : (
          <Empty lead={t(`ledgers.${ledger}.none`)} text={t("ledgers.noneText")} />
        )}
      </div>
    </main>
  );
}
