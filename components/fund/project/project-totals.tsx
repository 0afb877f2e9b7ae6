import { formulaAddress, projectsAddress, recordsAddress, sitesAddress } from "@/components/fund/address";
import { CarriedOver } from "@/components/fund/overview/carried-over";
import { Count, Money, Rate, Repeated } from "@/components/fund/sum";
import { KeyFigures } from "@/components/ui/key-figures";
import type { ProjectRow } from "@/lib/fund/queries/projects";
import { hasStarted, isFinished, totalsOf } from "@/lib/fund/rules/sums";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";

/** The figure somebody came for, said again: how many projects, and their three sums. */
export async function ProjectTotals({ projects, filter }: { projects: ProjectRow[]; filter: FundFilter }) {
  const t = await getTranslations("fund");
  const { count, arranged, disbursed, completed, ownDisbursed, ownCompleted } = totalsOf(projects);
  const sites = projects.reduce((sum, project) => sum + project.sites, 0);
  const sitesFinished = projects.reduce((sum, project) => sum + project.sitesFinished, 0);
  // A list of the finished counts among them who started: its link stays with the finished.
  const reached = (figure: "started" | "finished", number: number) => (
    <Count
      figure={figure}
      href={projectsAddress(filter, { reached: filter.reached === "finished" ? "finished" : figure })}
      count={number}
      repeats
    />
  );

  return (
    <section className="sheet" aria-label={t("projects.totals")}>
      <KeyFigures
        figures={[
          {
            label: t("columns.project"),
            figure: <Repeated figure="projects">{String(count)}</Repeated>,
            unit: t("ever.unit"),
            note: (
              <>
                {t.rich("projects.begun", {
                  started: () => reached("started", projects.filter(hasStarted).length),
                  finished: () => reached("finished", projects.filter(isFinished).length),
                })}
                {sites > 0 &&
                  t.rich("projects.sites", {
                    sites: () => <Count figure="sites" href={sitesAddress(filter)} count={sites} />,
                    finished: () => (
                      <Count figure="sites-finished" href={sitesAddress(filter, "finished")} count={sitesFinished} />
                    ),
                  })}
              </>
            ),
          },
          {
            label: t("sums.arranged"),
            figure: <Money figure="arranged" href={recordsAddress("appropriations", filter)} fen={arranged} repeats />,
          },
          {
            label: t("sums.disbursed"),
            figure: <Money figure="disbursed" href={recordsAddress("disbursements", filter)} fen={disbursed} repeats />,
            note: (
              <>
                {t("sums.paymentRate")}{" "}
                <Rate
                  figure="payment-rate"
                  href={formulaAddress("payment-rate", filter)}
                  part={ownDisbursed}
                  of={arranged}
                />
                <CarriedOver of="disbursed" fen={disbursed - ownDisbursed} filter={filter} repeats />
              </>
            ),
          },
          {
            label: t("sums.completed"),
            figure: <Money figure="completed" href={recordsAddress("progress", filter)} fen={completed} repeats />,
            note: (
              <>
                {t("sums.completionRate")}{" "}
                <Rate
                  figure="completion-rate"
                  href={formulaAddress("completion-rate", filter)}
                  part={ownCompleted}
                  of={arranged}
                />
                <CarriedOver of="completed" fen={completed - ownCompleted} filter={filter} repeats />
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
