import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { DemoBand } from "@/components/layout/demo-band";
import { PrintedPaper } from "@/components/report/printed-paper";
import { requireActor } from "@/lib/auth/actor";
import { wrongDay } from "@/lib/fund/schema/filter";
import { findReport } from "@/lib/report/queries/list";
import { printReport } from "@/lib/report/queries/printed";
import { titlesOf } from "@/lib/report/queries/words";

export async function generateMetadata({ params }: PageProps<"/print/fund/[fundReport]">) {
  const [{ fundReport }, locale] = await Promise.all([params, getLocale()]);
  return { title: findReport(fundReport) && titlesOf(locale, fundReport).title };
}

/** U15: a ledger of the fund on paper, from the same query as its file and its page. */
export default async function FundReportPaper({ params, searchParams }: PageProps<"/print/fund/[fundReport]">) {
  const actor = await requireActor("fund:export");
  const [{ fundReport }, asked] = await Promise.all([params, searchParams]);
  if (wrongDay(asked, actor.today)) notFound();
  const printed = await printReport(fundReport, "fund:export", asked, actor);
  if (!printed) notFound();

  return (
    <>
      {actor.isDemo && <DemoBand />}
      <PrintedPaper printed={printed} />
    </>
  );
}
