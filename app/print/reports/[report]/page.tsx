import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { DemoBand } from "@/components/layout/demo-band";
import { PrintedPaper } from "@/components/report/printed-paper";
import { requireActor } from "@/lib/auth/actor";
import { findReport } from "@/lib/report/queries/list";
import { printReport } from "@/lib/report/queries/printed";
import { titlesOf } from "@/lib/report/queries/words";

export async function generateMetadata({ params }: PageProps<"/print/reports/[report]">) {
  const [{ report }, locale] = await Promise.all([params, getLocale()]);
  return { title: findReport(report) && titlesOf(locale, report).title };
}

/** U15: any report of the training on paper, from the same query as its file and its page; numbers masked. */
export default async function ReportPaper({ params, searchParams }: PageProps<"/print/reports/[report]">) {
  const actor = await requireActor("report:export");
  const [{ report }, asked] = await Promise.all([params, searchParams]);
  const printed = await printReport(report, "report:export", asked, actor);
  if (!printed) notFound();

  return (
    <>
      {actor.isDemo && <DemoBand />}
      <PrintedPaper printed={printed} />
    </>
  );
}
