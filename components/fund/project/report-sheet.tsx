import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import { Meter } from "@/components/ui/meter";
import type { ProjectRecord } from "@/lib/project/queries";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { ProjectBadge } from "./project-badge";
import { ReportForm } from "./report-form";

/** 形象进度: what was reported of the works, the newest first. */
export async function ReportSheet({ project }: { project: ProjectRecord }) {
  const t = await getTranslations("project.reports");
  const { reports } = project;

  return (
    <Sheet title={t("title", { count: reports.length })}>
      {reports.length > 0 ? <Reports reports={reports} caption={t("caption")} /> : <Empty lead={t("empty")} />}
    </Sheet>
  );
}

/** The next report, by who may write it. */
export async function NextReport({ project, today }: { project: ProjectRecord; today: Day }) {
  const t = await getTranslations("project.reports");
  return (
    <div id="report">
      <Sheet title={t("report")} note={t("note")}>
        <div className="sheet-body">
          <ReportForm project={project} today={today} />
        </div>
      </Sheet>
    </div>
  );
}

async function Reports({ reports, caption }: { reports: ProjectRecord["reports"]; caption: string }) {
  const [t, label] = await Promise.all([getTranslations("project.reports"), labelsOf("project")]);
  return (
    <table className="table cards">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{label.datedOn}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col" className="num">
            {t("progress")}
          </th>
          <th scope="col" className="md:pl-8">
            {t("problem")}
          </th>
          <th scope="col">{label.documentNo}</th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <tr key={report.id}>
            <th scope="row" className="card-name nowrap">
              {report.datedOn}
            </th>
            <td className="card-side">
              <ProjectBadge state={report.state} />
            </td>
            <td className="num card-below-side" data-label={t("progress")}>
              <span className="hidden md:inline">
                <Meter
                  done={report.physicalProgress}
                  of={100}
                  label={t("meter", { percent: report.physicalProgress })}
                />
                &ensp;
              </span>
              {t("percent", { percent: report.physicalProgress })}
            </td>
            <td className="card-below md:pl-8">{report.problem || <span className="muted">{t("noProblem")}</span>}</td>
            <td>{report.documentNo}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
