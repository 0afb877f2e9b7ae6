import { getTranslations } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import { Meter } from "@/components/ui/meter";
import type { Day } from "@/lib/calendar";
import type { ProjectRecord } from "@/lib/project/queries";
import { ProjectBadge } from "./project-badge";
import { ReportForm } from "./report-form";

/** 形象进度: what was reported of the works, the newest first, and the next report. */
export async function ReportSheet({
  project,
  mayReport,
  today,
}: {
  project: ProjectRecord;
  mayReport: boolean;
  today: Day;
}) {
  const t = await getTranslations("project.reports");
  const { reports } = project;

  return (
    <div id="report">
      <Sheet title={t("title", { count: reports.length })} note={t("note")}>
        {mayReport && (
          <div className="sheet-body">
            <ReportForm project={project} today={today} />
          </div>
        )}
        {reports.length === 0 && !mayReport && <Empty lead={t("empty")} />}
        {reports.length > 0 && <Reports reports={reports} caption={t("caption")} />}
      </Sheet>
    </div>
  );
}

async function Reports({ reports, caption }: { reports: ProjectRecord["reports"]; caption: string }) {
  const t = await getTranslations("project.reports");
  return (
    <table className="table cards">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("day")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col" className="num">
            {t("progress")}
          </th>
          <th scope="col" className="after-num">
            {t("problem")}
          </th>
          <th scope="col">{t("paper")}</th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <tr key={report.id}>
            <th scope="row" className="c1 nowrap">
              {report.datedOn}
            </th>
            <td className="c2">
              <ProjectBadge state={report.state} />
            </td>
            <td className="num c4" data-l={t("progress")}>
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
            <td className="after-num c3">{report.problem || <span className="muted">{t("noProblem")}</span>}</td>
            <td>{report.documentNo}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
