import { Sheet } from "@/components/layout/sheet";
import { Badge } from "@/components/ui/badge";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { finishSite } from "@/lib/project/actions";
import type { ProjectRecord } from "@/lib/project/queries";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** The places a project is built at, each finished once, on its own day. */
export async function SiteSheet({
  project,
  mayFinish,
  today,
}: {
  project: ProjectRecord;
  mayFinish: boolean;
  today: Day;
}) {
  const t = await getTranslations("project.sites");
  const { sites } = project;
  if (sites.length === 0) return null;

  const finished = sites.filter(({ finishedOn }) => finishedOn).length;
  return (
    <Sheet title={t("title", { count: sites.length })} note={t("note", { finished, count: sites.length })}>
      <ul>
        {sites.map((site) => (
          <li key={site.id} className="sheet-row flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
            <span>
              {site.number}&ensp;{site.name}
            </span>
            {site.finishedOn && <Badge kind="ok">{t("finishedOn", { day: site.finishedOn })}</Badge>}
            {!site.finishedOn && !mayFinish && <Badge>{t("open")}</Badge>}
            {!site.finishedOn && mayFinish && <FinishForm project={project} site={site} today={today} />}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

type FinishProps = { project: ProjectRecord; site: ProjectRecord["sites"][number]; today: Day };

async function FinishForm({ project, site, today }: FinishProps) {
  const [t, label] = await Promise.all([getTranslations("project.sites"), labelsOf("project")]);
  return (
    <Form
      id={`site-${site.number}`}
      action={finishSite}
      submissionKey={newSubmissionKey()}
      refusedTitle={t("refused")}
      aria-label={t("finishOf", { name: site.name })}
    >
      <input type="hidden" name="projectId" value={project.id} />
      <input type="hidden" name="siteId" value={site.id} />
      <div className="line-form">
        <DayField name="finishedOn" label={label.finishedOn} max={today} defaultValue={today} />
        <Submit>{t("finish")}</Submit>
      </div>
    </Form>
  );
}
