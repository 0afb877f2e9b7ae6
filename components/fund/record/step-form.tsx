import type { ReactNode } from "react";
import { Form, type FormAction } from "@/components/ui/form/form";
import { MoreFields } from "@/components/ui/form/more-fields";
import { Submit } from "@/components/ui/form/submit";
import { newSubmissionKey } from "@/lib/command/submission-key";
import type { MoneyRecord } from "@/lib/fund/schema/stored";

type Props = {
  step: "submit" | "withdraw" | "approve" | "reject";
  action: FormAction;
  record: MoneyRecord;
  label: string;
  /** Heads the box when the step is refused: what was not done. */
  refused: string;
  kind?: "main" | "danger";
  /** Where it is not for everybody: the word behind which the fields stand. */
  behind?: string;
  children?: ReactNode;
};

/** One step of a record along its arrows. */
export function StepForm({ step, action, record, label, refused, kind, behind, children }: Props) {
  const asked = (
    <>
      {children}
      <Submit main={kind === "main"} danger={kind === "danger"}>
        {label}
      </Submit>
    </>
  );

  return (
    <Form
      id={`${step}-${record.id}`}
      action={action}
      submissionKey={newSubmissionKey()}
      version={record.version}
      refusedTitle={refused}
      aria-label={label}
    >
      <input type="hidden" name="kind" value={record.kind} />
      <input type="hidden" name="recordId" value={record.id} />
      {behind ? <MoreFields summary={behind}>{asked}</MoreFields> : asked}
    </Form>
  );
}
