import type { ReactNode } from "react";
import { Form } from "@/components/ui/form/form";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { enrol } from "@/lib/enrolment/actions";
import type { EnrolmentPreview } from "@/lib/enrolment/queries/preview";
import { getTranslations } from "@/lib/wording/translations";
import { WaitInstead } from "./wait-instead";

/** The form around what comes of an enrolment; the cohort is one of its fields. */
export async function EnrolForm({ preview, children }: { preview: EnrolmentPreview; children: ReactNode }) {
  const t = await getTranslations("enrolment.preview");
  const { trainee, cohort } = preview;

  return (
    <Form
      action={enrol}
      id="enrol"
      about={cohort.id}
      submissionKey={newSubmissionKey()}
      refused={<WaitInstead label={t("wait")} />}
      aria-label={t("form", { name: trainee.name })}
    >
      <input type="hidden" name="traineeId" value={trainee.id} />
      {children}
    </Form>
  );
}
