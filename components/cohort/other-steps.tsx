import { MoveForm } from "@/components/cohort/move-form";
import { Sheet } from "@/components/layout/sheet";
import { TextArea, TextField } from "@/components/ui/form/text-field";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { takeExamBack } from "@/lib/cohort/actions";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { isOpen, mayCohortBecome } from "@/lib/cohort/rules/states";
import { cancelCohort, changeSeats } from "@/lib/enrolment/actions";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** What does not lead on but may be needed: more or fewer seats (R24, I6), and giving the cohort up. */
export async function OtherSteps({ cohort, actor }: { cohort: CohortRecord; actor: Actor }) {
  const [t, label] = await Promise.all([getTranslations("cohort.next"), labelsOf("cohort")]);
  const seats = isOpen(cohort.state) && may(actor.role, "cohort:draft");
  const cancel = mayCohortBecome(cohort.state, "CANCELLED") && may(actor.role, "cohort:cancel");

  const examBack =
    cohort.state === "EXAM" &&
    cohort.counts.COMPLETED + cohort.counts.NOT_COMPLETED === 0 &&
    may(actor.role, "cohort:start");

  return (
    <>
      {examBack && (
        <Sheet title={t("examBack")} note={t("examBackHint")}>
          <div className="sheet-body">
            <MoveForm id="examBack" action={takeExamBack} cohort={cohort} label={t("examBack")}>
              <TextArea name="reason" label={label.reason} maxLength={200} rows={2} />
            </MoveForm>
          </div>
        </Sheet>
      )}
      {seats && (
        <Sheet title={t("seats")} note={t("seatsHint", { confirmed: cohort.confirmed })}>
          <div className="sheet-body">
            <MoveForm id="seats" action={changeSeats} cohort={cohort} label={t("seatsSave")}>
              <TextField
                name="seats"
                label={label.seats}
                inputMode="numeric"
                maxLength={3}
                width="short"
                defaultValue={cohort.seats}
              />
            </MoveForm>
          </div>
        </Sheet>
      )}
      {cancel && (
        <Sheet title={t("cancelLead")} note={t("cancelHint")}>
          <div className="sheet-body">
            <MoveForm id="cancel" action={cancelCohort} cohort={cohort} label={t("cancel")} kind="danger">
              <TextArea name="reason" label={label.reason} maxLength={200} rows={2} />
            </MoveForm>
          </div>
        </Sheet>
      )}
    </>
  );
}
