import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DemoBand } from "@/components/layout/demo-band";
import { PrintedPaper } from "@/components/report/printed-paper";
import { requireActor } from "@/lib/auth/actor";
import { printReport } from "@/lib/report/queries/printed";

export async function generateMetadata() {
  return { title: (await getTranslations("report.home"))("title") };
}

/** U15: any report of the training on paper, from the same query as its file and its page; numbers masked. */
export default async function ReportPaper({ params, searchParams }: PageProps<"/print/reports/[report]">) {
  const actor = await requireActor("report:export");
  const [{ report }, asked] = await Promise.all([params, searchParams]);
  const printed = await printReport(report, asked, actor);
  if (!printed) notFound();

  return (
    <>
      {actor.isDemo && <DemoBand />}
      <PrintedPaper printed={printed} />
    </>
  );
}
