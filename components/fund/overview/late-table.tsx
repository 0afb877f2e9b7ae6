import { useTranslations } from "next-intl";
import { formulaAddress, recordsAddress } from "@/components/fund/address";
import { ProjectName } from "@/components/fund/project/project-name";
import { Money, Rate } from "@/components/fund/sum";
import { Badge } from "@/components/ui/badge";
import type { ProjectRow } from "@/lib/fund/queries/projects";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";

/** The slowest first. */
export async function LateTable({ projects, filter }: { projects: ProjectRow[]; filter: FundFilter }) {
  const t = await getTranslations("fund");
  const slowest = [...projects].sort((one, other) =>
    Number(one.completed * (other.arranged || 1n) - other.completed * (one.arranged || 1n)),
  );

  return (
    <table className="table cards">
      <caption className="sr-only">{t("late.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.code")}</th>
          <th scope="col">{t("columns.project")}</th>
          <th scope="col">{t("columns.category")}</th>
          {(["arranged", "disbursed", "completed", "completionRate"] as const).map((column) => (
            <th scope="col" className="num" key={column}>
              {t(`columns.${column}`)}
            </th>
          ))}
          <th scope="col" className="after-num">
            {t("columns.problem")}
          </th>
        </tr>
      </thead>
      <tbody>
        {slowest.map((project) => (
          <Row key={project.id} project={project} filter={{ ...filter, project: project.id }} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ project, filter }: { project: ProjectRow; filter: FundFilter }) {
  const t = useTranslations("fund");
  const { code, category, arranged, disbursed, completed, problem } = project;
  return (
    <tr data-counted="projects">
      <td className="nowrap">{code}</td>
      <th scope="row" className="card-name">
        <ProjectName project={project} />
      </th>
      <td className="nowrap">{t(`categories.${category}`)}</td>
      <td className="num">
        <Money figure="arranged" href={recordsAddress("appropriations", filter)} fen={arranged} />
      </td>
      <td className="num">
        <Money figure="disbursed" href={recordsAddress("disbursements", filter)} fen={disbursed} />
      </td>
      <td className="num card-below-side" data-label={t("columns.completed")}>
        <Money figure="completed" href={recordsAddress("progress", filter)} fen={completed} />
      </td>
      <td className="num card-side">
        <Badge kind="bad">
          <Rate
            figure="completion-rate"
            href={formulaAddress("completion-rate", filter)}
            part={completed}
            of={arranged}
          />
        </Badge>
      </td>
      <td className="after-num card-below">{problem}</td>
    </tr>
  );
}
