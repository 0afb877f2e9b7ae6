import type { ReactNode } from "react";
import { Sheet } from "@/components/layout/sheet";
import { Form, type FormAction } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import type { EnrolmentRecord } from "@/lib/enrolment/queries/enrolment";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

export type Decision =
  | "cancel"
  | "drop"
  | "noShow"
  | "reject"
  | "transfer"
  | "approveLate"
  | "approveTransfer"
  | "declineTransfer"
  | "notComplete"
  | "reverse"
  | "reopen";

type Props = {
  enrolment: EnrolmentRecord;
  decision: Decision;
  action: FormAction;
  figures?: Record<string, string | number>;
  danger?: boolean;
  main?: boolean;
  refused?: ReactNode;
  /** Travels with the button, so that another button of the form can say something else. */
  place?: "CONFIRMED";
  children?: ReactNode;
};

/** One thing that can be done with an enrolment: first what it does to the 人次, then why, then the button. */
export async function DecideForm({
  enrolment,
  decision,
  action,
  figures = {},
  danger,
  main,
  refused,
  place,
  children,
}: Props) {
  const [t, label] = await Promise.all([getTranslations(`enrolment.decide.${decision}`), labelsOf("enrolment")]);

  return (
    <Sheet title={t("title")}>
      <div className="sheet-body">
        <p className="mb-4">{t("effect", { ...nothing, ...figures })}</p>
        <Form
          action={action}
          id={decision}
          submissionKey={newSubmissionKey()}
          version={enrolment.version}
          refused={refused}
          aria-label={t("title")}
        >
          <input type="hidden" name="enrolmentId" value={enrolment.id} />
          {children}
          <TextField name="reason" label={label.reason} maxLength={200} />
          <Submit danger={danger} main={main} {...(place && { name: "place", value: place })}>
            {t("submit", { ...nothing, ...figures })}
          </Submit>
        </Form>
      </div>
    </Sheet>
  );
}

const nothing = { waiting: 0, days: 0, number: "", left: 0, late: "false", holds: "false" };
