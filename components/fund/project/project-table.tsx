import { useTranslations } from "next-intl";
import { formulaAddress, recordsAddress } from "@/components/fund/address";
import { CarriedOver } from "@/components/fund/overview/carried-over";
import { StateBadge } from "@/components/fund/state-badge";
import { Money, Rate } from "@/components/fund/sum";
import { Badge } from "@/components/ui/badge";
import type { ProjectRow } from "@/lib/fund/queries/projects";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";
import { ProjectName } from "./project-name";

const numbers = ["arranged", "disbursed", "completed", "paymentRate", "completionRate"] as const;

export async function ProjectTable({ projects, filter }: { projects: ProjectRow[]; filter: FundFilter }) {
  const t = await getTranslations("fund");
  return (
    <div className="table-wrap">
      <table className="table cards">
        <caption className="sr-only">{t("projects.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("columns.code")}</th>
            <th scope="col">{t("columns.project")}</th>
            <th scope="col">{t("columns.category")}</th>
            {numbers.map((column) => (
              <th scope="col" className="num" key={column}>
                {t(`columns.${column}`)}
              </th>
            ))}
            <th scope="col" className="after-num">
              {t("columns.state")}
            </th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <Row key={project.id} project={project} filter={{ ...filter, project: project.id }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ project, filter }: { project: ProjectRow; filter: FundFilter }) {
  const t = useTranslations("fund");
  const { code, category, arranged, disbursed, completed, ownDisbursed, ownCompleted, scope, planYear, state, isLate } =
    project;
  return (
    <tr data-counted="projects">
      <td className="nowrap">{code}</td>
      <th scope="row" className="card-name">
        <ProjectName project={project} />
        {scope === "EARLY" && <span className="small muted"> {t("projects.early", { year: planYear })}</span>}
      </th>
      <td className="nowrap">{t(`categories.${category}`)}</td>
      <td className="num card-side" data-label={t("columns.arranged")}>
        <Money figure="arranged" href={recordsAddress("appropriations", filter)} fen={arranged} />
      </td>
      <td className="num card-below-side" data-label={t("columns.disbursed")}>
        <Money figure="disbursed" href={recordsAddress("disbursements", filter)} fen={disbursed} />
        <CarriedOver of="disbursed" fen={disbursed - ownDisbursed} filter={filter} />
      </td>
      <td className="num">
        <Money figure="completed" href={recordsAddress("progress", filter)} fen={completed} />
        <CarriedOver of="completed" fen={completed - ownCompleted} filter={filter} />
      </td>
      <td className="num">
        <Rate figure="payment-rate" href={formulaAddress("payment-rate", filter)} part={ownDisbursed} of={arranged} />
      </td>
      <td className="num">
        <Rate
          figure="completion-rate"
          href={formulaAddress("completion-rate", filter)}
          part={ownCompleted}
          of={arranged}
        />
      </td>
      <td className="after-num nowrap card-below">
        <StateBadge state={state} />
        &ensp;{isLate && <Badge kind="bad">{t("said.late")}</Badge>}
      </td>
    </tr>
  );
}
