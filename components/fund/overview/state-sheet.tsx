import { projectsAddress } from "@/components/fund/address";
import { Count } from "@/components/fund/sum";
import { Sheet } from "@/components/layout/sheet";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";
import { StateTable } from "./state-table";

/** 项目状态: the year's own projects, the early ones apart (A2), and which are finished. */
export async function StateSheet({ overview: { inPlan, early, states, totals, projects }, filter }: Shown) {
  const t = await getTranslations("fund.state");
  const planned = projectsAddress(filter, { scope: "IN_PLAN" });
  const reached = (reached: FundFilter["reached"]) => projectsAddress(filter, { scope: "IN_PLAN", reached });
  const note = t.rich("note", {
    planned: () => <Count figure="projects" href={planned} count={inPlan.count} />,
    early: () => <Count figure="projects" href={projectsAddress(filter, { scope: "EARLY" })} count={early.count} />,
  });

  return (
    <Sheet title={t("title")} note={note}>
      <StateTable states={states} projects={projects} totals={totals} filter={filter} />
      {inPlan.count > 0 && (
        <p className="sheet-note">
          {t.rich("begun", {
            count: inPlan.count,
            started: () => <Count figure="started" href={reached("started")} count={inPlan.started} />,
            finished: () => <Count figure="finished" href={reached("finished")} count={inPlan.finished.length} />,
            all: String(inPlan.started === inPlan.count),
          })}
          {inPlan.finished.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && t("comma")}
              <a href={`/fund/projects/${id}`}>{name}</a>
            </span>
          ))}
          {t("stop")}
        </p>
      )}
    </Sheet>
  );
}

type Shown = { overview: FundOverview; filter: FundFilter };
