import { Sheet } from "@/components/layout/sheet";
import { KnownLink } from "@/components/trainee/known-link";
import { RegisterFields } from "@/components/trainee/register-fields";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import type { Actor } from "@/lib/auth/actor";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { walkIn } from "@/lib/enrolment/actions";
import { getTranslations } from "@/lib/wording/translations";
import { WaitInstead } from "./wait-instead";

/** Job A2: register and enrol in one form; the typed name and the cohort are kept, the card tells sex and birth day. */
export async function WalkInForm({ actor, cohort, name }: { actor: Actor; cohort: CohortRecord; name: string }) {
  const [t, preview, trainee] = await Promise.all([
    getTranslations("enrolment.walkIn"),
    getTranslations("enrolment.preview"),
    getTranslations("trainee"),
  ]);
  const { confirmed, seats, state, year } = cohort;
  const full = confirmed >= seats && state === "APPROVED";

  return (
    <Form
      action={walkIn}
      submissionKey={newSubmissionKey()}
      aria-label={t("title")}
      refused={
        <>
          <KnownLink label={trainee("known")} />
          <WaitInstead label={preview("wait")} />
        </>
      }
    >
      <h2>{t("title")}</h2>
      <p className="muted mb-4">{t("lead")}</p>
      <input type="hidden" name="cohortId" value={cohort.id} />
      <RegisterFields today={actor.today} name={name || undefined} />
      <Sheet
        title={t("place")}
        note={t("note", {
          confirmed,
          seats,
          full: String(full),
          year: String(year.year),
          held: year.held,
          reserved: year.reserved,
          left: year.left,
        })}
      >
        <div className="sheet-body">
          <Submit main name="place" value={full ? "WAITLISTED" : "CONFIRMED"}>
            {full ? t("saveWaiting") : t("save")}
          </Submit>
        </div>
      </Sheet>
    </Form>
  );
}
