import { getTranslations } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import type { Actor } from "@/lib/auth/actor";
import { listOpenCohorts, type OpenCohort } from "@/lib/enrolment/queries/open-cohorts";
import { findEnrolmentPreview } from "@/lib/enrolment/queries/preview";
import { EnrolPreview } from "./enrol-preview";

type Props = {
  actor: Actor;
  traineeId: string;
  /** The page it stands on; another cohort is chosen by `?cohort=`. */
  path: string;
  cohortId?: string | undefined;
  /** The one button takes the focus: Enter saves (job A1). */
  focus?: boolean;
};

/** Enrols the trainee of a page; the next open cohort is preset. */
export async function EnrolPanel({ actor, traineeId, path, cohortId, focus }: Props) {
  const t = await getTranslations("enrolment.panel");
  const cohorts = await listOpenCohorts(actor, traineeId);
  const chosen = cohorts.find(({ id }) => id === cohortId) ?? cohorts[0];
  const preview = chosen ? await findEnrolmentPreview(traineeId, chosen.id, actor.today) : null;

  return (
    <Sheet title={t("title")} note={t("note", { count: cohorts.length })}>
      {chosen && preview ? (
        <div className="sheet-body cols">
          <CohortChoice path={path} cohorts={cohorts} chosen={chosen.id} />
          <EnrolPreview preview={preview} focus={focus} withCohort key={chosen.id} />
        </div>
      ) : (
        <Empty lead={t("none")} action={<a href="/cohorts">{t("cohorts")}</a>} />
      )}
    </Sheet>
  );
}

async function CohortChoice({ path, cohorts, chosen }: { path: string; cohorts: OpenCohort[]; chosen: string }) {
  const t = await getTranslations("enrolment.panel");
  return (
    <form method="get" action={path} className="line-form md:mr-6">
      <div className="field wide flex-1">
        <label htmlFor="enrol-cohort">{t("cohort")}</label>
        <select id="enrol-cohort" name="cohort" defaultValue={chosen} key={chosen}>
          {cohorts.map((cohort) => (
            <option key={cohort.id} value={cohort.id}>
              {t("option", { ...cohort, left: Math.max(0, cohort.seats - cohort.confirmed) })}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button">
        {t("show")}
      </button>
    </form>
  );
}
