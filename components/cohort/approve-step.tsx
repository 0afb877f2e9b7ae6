import { Findings } from "@/components/cohort/findings";
import { MoveForm } from "@/components/cohort/move-form";
import { OpeningForm } from "@/components/cohort/opening-form";
import { TextArea, TextField } from "@/components/ui/form/text-field";
import { More } from "@/components/ui/more";
import type { Actor } from "@/lib/auth/actor";
import { approveCohort, rejectCohort, returnCohort } from "@/lib/cohort/actions";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import type { Finding } from "@/lib/cohort/rules/opening";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** I16, R22: what is missing or worth a look, then the approval with its document, or the way back. */
export async function ApproveStep({
  cohort,
  actor,
  findings,
}: {
  cohort: CohortRecord;
  actor: Actor;
  findings: Finding[];
}) {
  const [t, label] = await Promise.all([getTranslations("cohort"), labelsOf("cohort")]);
  if ([cohort.createdById, cohort.submittedById].includes(actor.id))
    return <p className="muted">{t("next.ownProposal")}</p>;

  const isWhole = findings.every(({ blocks }) => !blocks);
  const reason = <TextArea name="reason" label={label.reason} maxLength={200} rows={2} />;
  return (
    <>
      <Findings findings={findings} cohort={cohort} actor={actor} reviewed />
      {isWhole && (
        <OpeningForm id="approve" action={approveCohort} cohort={cohort} actor={actor} label={t("next.approve")}>
          <div className="fields">
            <TextField name="documentNo" label={label.documentNo} hint={t("hints.documentNo")} maxLength={60} />
            <TextField name="opinion" label={label.opinion} hint={t("hints.opinion")} maxLength={200} optional />
          </div>
        </OpeningForm>
      )}
      <div className="mt-4">
        <More summary={t("next.returnLead")} open={!isWhole}>
          <div className="columns mt-3">
            <MoveForm id="return" action={returnCohort} cohort={cohort} label={t("next.return")}>
              {reason}
            </MoveForm>
            <MoveForm id="reject" action={rejectCohort} cohort={cohort} label={t("next.reject")} kind="danger">
              {reason}
            </MoveForm>
          </div>
        </More>
      </div>
    </>
  );
}
