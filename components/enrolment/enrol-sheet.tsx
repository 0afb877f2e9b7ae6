import { Sheet } from "@/components/layout/sheet";
import { Banner } from "@/components/ui/banner";
import { Choosing, Chosen } from "@/components/ui/form/choosing";
import type { Actor } from "@/lib/auth/actor";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { findEnrolmentPreview } from "@/lib/enrolment/queries/preview";
import { timingOf } from "@/lib/enrolment/rules/timing";
import { getTranslations } from "@/lib/wording/translations";
import { EnrolForm } from "./enrol-form";
import { EnrolPreview } from "./enrol-preview";
import { EnrolSearch } from "./enrol-search";

type Props = {
  cohort: CohortRecord;
  actor: Actor;
  query: string;
  person: string[] | undefined;
  traineeId: string | undefined;
};

/** Enrolling into this cohort: whom, on the left; what comes of it, on the right. */
export async function EnrolSheet({ cohort, actor, query, person, traineeId }: Props) {
  const t = await getTranslations("enrolment.sheet");
  const { tooLate, lateDays } = timingOf(cohort, actor.today);
  if (tooLate) return <Banner kind="info">{t("tooLate", { days: lateDays })}</Banner>;

  const preview = traineeId ? await findEnrolmentPreview(traineeId, cohort.id, actor.today) : null;

  return (
    <Sheet
      title={t("title")}
      note={t("note", { state: cohort.state, left: Math.max(0, cohort.seats - cohort.confirmed) })}
      end={
        <>
          <a href={`/cohorts/${cohort.id}/roster/several`}>{t("several")}</a>
          &ensp;
          <a href={`/trainees/import?cohort=${cohort.id}`}>{t("import")}</a>
        </>
      }
    >
      <div className="sheet-body columns">
        <Choosing>
          <EnrolSearch cohort={cohort} query={query} person={person} chosen={preview?.trainee.name} key={traineeId} />
          {preview ? (
            <Chosen>
              <EnrolForm preview={preview} key={`${preview.trainee.id} ${cohort.id}`}>
                <input type="hidden" name="cohortId" value={cohort.id} />
                <EnrolPreview preview={preview} focus />
              </EnrolForm>
            </Chosen>
          ) : (
            <p className="preview muted">{t("choose")}</p>
          )}
        </Choosing>
      </div>
    </Sheet>
  );
}
