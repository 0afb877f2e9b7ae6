import { DoneBanner } from "@/components/command/done-banner";
import { FundTabs } from "@/components/fund/fund-tabs";
import { ClosingSheet } from "@/components/fund/month/closing-sheet";
import { MonthStep } from "@/components/fund/month/month-step";
import { MonthTable } from "@/components/fund/month/month-table";
import { SealedSheets } from "@/components/fund/month/sealed-sheets";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { ButtonLink } from "@/components/ui/button-link";
import { requireActor } from "@/lib/auth/actor";
import { findYearToClose } from "@/lib/fund/queries/closing";
import type { FundMonth } from "@/lib/fund/queries/months";
import { findSealedYear } from "@/lib/fund/queries/sealed";
import { stepOfMonth } from "@/lib/fund/rules/months";
import { periodQuery } from "@/lib/fund/schema/period";
import { yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("money.months"))("title") };
}

/** R76: the twelve months of a year, the one that can go on, and the closing of the year. */
export default async function MonthsPage({ searchParams }: PageProps<"/fund/months">) {
  const actor = await requireActor("dashboard:fund");
  const address = await searchParams;
  const { year = yearOf(actor.today), month: asked } = periodQuery.parse(address);
  const [t, closing, sealed] = await Promise.all([
    getTranslations("money.months"),
    findYearToClose(year, actor.today),
    findSealedYear(year, actor.today),
  ]);
  const stepOf = (month: FundMonth) => stepOfMonth(actor, month);
  const able = closing.months.filter((month) => stepOf(month));
  const chosen = able.find(({ month }) => month === asked) ?? able[0];
  const step = chosen && stepOf(chosen);

  return (
    <main className="main" id="main">
      <FundTabs current="months" />
      <DoneBanner />
      <Title
        title={t("titleOf", { year })}
        note={t("note")}
        actions={
          <>
            <ButtonLink href={`/fund/months?year=${year - 1}`}>{t("year", { year: year - 1 })}</ButtonLink>
            {year < yearOf(actor.today) && (
              <ButtonLink href={`/fund/months?year=${year + 1}`}>{t("year", { year: year + 1 })}</ButtonLink>
            )}
          </>
        }
      />
      {chosen && step && <MonthStep month={chosen} step={step} />}
      <Sheet title={t("sheet", { year })} note={t("sheetNote")}>
        <MonthTable months={closing.months} year={year} stepOf={stepOf} />
      </Sheet>
      <SealedSheets sealed={sealed} />
      <ClosingSheet closing={closing} actor={actor} />
    </main>
  );
}
