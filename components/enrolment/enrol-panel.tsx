import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import { Choosing, ChoosingSelect, Chosen } from "@/components/ui/form/choosing";
import type { Actor } from "@/lib/auth/actor";
import { listOpenCohorts, type OpenCohort } from "@/lib/enrolment/queries/open-cohorts";
import { findEnrolmentPreview } from "@/lib/enrolment/queries/preview";
import { getTranslations } from "@/lib/wording/translations";
import { EnrolForm } from "./enrol-form";
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
        <div className="sheet-body">
          <Choosing>
            <EnrolForm preview={preview} key={traineeId}>
              <input type="hidden" name="shown" value={chosen.id} />
              <div className="columns">
                <CohortChoice path={path} cohorts={cohorts} chosen={chosen.id} />
                <Chosen>
                  <EnrolPreview preview={preview} focus={focus} withCohort />
                </Chosen>
              </div>
            </EnrolForm>
          </Choosing>
        </div>
      ) : (
        <Empty lead={t("none")} action={<a href="/cohorts">{t("cohorts")}</a>} />
      )}
    </Sheet>
  );
}

/** Part of the form that enrols: without script 查看, or a press of the button of another cohort, shows what is chosen first. */
async function CohortChoice({ path, cohorts, chosen }: { path: string; cohorts: OpenCohort[]; chosen: string }) {
  const t = await getTranslations("enrolment.panel");
  return (
    <div className="line-form md:mr-6">
      <div className="field wide flex-1">
        <label htmlFor="enrol-cohortId">{t("cohort")}</label>
        <ChoosingSelect id="enrol-cohortId" name="cohortId" chosen={chosen} href={`${path}?cohort=`}>
          {cohorts.map((cohort) => (
            <option key={cohort.id} value={cohort.id}>
              {t("option", { ...cohort, left: Math.max(0, cohort.seats - cohort.confirmed) })}
            </option>
          ))}
        </ChoosingSelect>
      </div>
      <noscript>
        <button type="submit" className="button" name="look" value="on">
          {t("show")}
        </button>
      </noscript>
    </div>
  );
}
