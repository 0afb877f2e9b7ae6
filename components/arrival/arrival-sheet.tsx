import { arrivalWords } from "@/components/arrival/arrival-words";
import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField, TextField } from "@/components/ui/form/text-field";
import { More } from "@/components/ui/more";
import { noteArrivals, undoArrival } from "@/lib/arrival/actions";
import { arrivalDays } from "@/lib/arrival/rules";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { newSubmissionKey } from "@/lib/command/submission-key";
import type { EnrolmentRecord } from "@/lib/enrolment/queries/enrolment";
import { sitsInLessons } from "@/lib/trainee/rules/enrolment-states";
import { getTranslations } from "@/lib/wording/translations";

type Props = { actor: Actor; cohort: CohortRecord; enrolment: EnrolmentRecord };

/** R26: since when one person is here, and the forms that note it or take it back. */
export async function ArrivalSheet({ actor, cohort, enrolment: { id, state, arrival } }: Props) {
  const t = await getTranslations("arrival");
  const acts = may(actor.role, "arrival:note");
  const { from, to } = arrivalDays(cohort, actor.today);
  const notes = acts && sitsInLessons(state) && !arrival?.id && from <= to;
  const undoes = acts && cohort.state !== "CLOSED" && arrival?.id;
  if (!notes && !arrival?.knownBy) return null;
  const said = arrivalWords({ knownBy: arrival?.knownBy ?? null, arrivedOn: arrival?.day ?? null }, t);
  return (
    <Sheet title={t("title")} note={arrival?.knownBy === "ROLL" && t("byRoll")}>
      <div className="sheet-body">
        <p>
          {said}
          {arrival?.notedBy && <span className="muted">&ensp;{t("notedBy", { who: arrival.notedBy })}</span>}
        </p>
        {notes && (
          <Form action={noteArrivals} id="arrival" submissionKey={newSubmissionKey()} className="mt-4">
            <input type="hidden" name="cohortId" value={cohort.id} />
            <input type="hidden" name="only" value={id} />
            <DayField name="day" label={t("day")} defaultValue={to} />
            <Submit>{t("note")}</Submit>
          </Form>
        )}
        {undoes && (
          <More summary={t("undo")}>
            <Form action={undoArrival} id="undo-arrival" submissionKey={newSubmissionKey()}>
              <input type="hidden" name="arrivalId" value={arrival.id ?? ""} />
              <TextField name="reason" label={t("reason")} maxLength={200} width="wide" />
              <Submit danger>{t("undo")}</Submit>
            </Form>
          </More>
        )}
      </div>
    </Sheet>
  );
}
