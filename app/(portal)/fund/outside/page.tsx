import { DoneBanner } from "@/components/command/done-banner";
import { AsOfNotice } from "@/components/fund/as-of-notice";
import { FundTabs } from "@/components/fund/fund-tabs";
import { BookFilters } from "@/components/fund/ledger/book-filters";
import { OutsideSheet } from "@/components/fund/ledger/outside-sheet";
import { Title } from "@/components/layout/title";
import { ExportLinks } from "@/components/report/export-links";
import { PrintFundLink } from "@/components/report/print-link";
import { ButtonLink } from "@/components/ui/button-link";
import { requireActor } from "@/lib/auth/actor";
import { mayPropose } from "@/lib/auth/permissions";
import { listOutside } from "@/lib/fund/queries/decisions";
import { bookQuery, periodQuery, yearsTo } from "@/lib/fund/schema/period";
import { outsideReport } from "@/lib/report/queries/outside";
import { getTranslations } from "@/lib/wording/translations";
import { OutsideLedger } from "@/prisma/generated/enums";

export async function generateMetadata() {
  return { title: (await getTranslations("money.outside"))("title") };
}

/** R78: two ledgers of their own, which never add to the aid money, nor to each other. */
export default async function OutsidePage({ searchParams }: PageProps<"/fund/outside">) {
  const actor = await requireActor("dashboard:fund");
  const address = await searchParams;
  const { year, asOf: asked, q } = periodQuery.parse(address);
  const asOf = asked && asked <= actor.today ? asked : actor.today;
  const query = bookQuery({ year, asOf, q });
  const [t, records] = await Promise.all([getTranslations("money.outside"), listOutside({ year, asOf, q })]);

  return (
    <main className="main" id="main">
      <FundTabs current="outside" />
      <DoneBanner />
      <Title
        title={t("title")}
        note={t("note")}
        actions={
          <>
            <ExportLinks actor={actor} report={outsideReport} query={query} count={records.length} />
            <PrintFundLink actor={actor} report={outsideReport} query={query} />
            {mayPropose(actor.role, "money:record") && (
              <ButtonLink main href="/fund/outside/new">
                {t("new")}
              </ButtonLink>
            )}
          </>
        }
      />
      <AsOfNotice query={{ asOf: address.asOf }} today={actor.today} shown={asOf} />
      <div className="sheet">
        <BookFilters path="/fund/outside" filter={{ year, asOf: asked, q }} asOf={asOf} years={yearsTo(actor.today)} />
      </div>
      {Object.values(OutsideLedger).map((ledger) => (
        <OutsideSheet key={ledger} ledger={ledger} records={records.filter((record) => record.ledger === ledger)} />
      ))}
    </main>
  );
}
