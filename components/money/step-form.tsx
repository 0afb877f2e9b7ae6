import type { ReactNode } from "react";
import { Form, type FormAction } from "@/components/ui/form";
import { Submit } from "@/components/ui/submit";
import type { MoneyRecord } from "@/lib/fund/queries/decisions";
import { newSubmissionKey } from "@/lib/submission-key";

type Props = {
  step: "submit" | "withdraw" | "approve" | "reject";
  action: FormAction;
  record: MoneyRecord;
  label: string;
  /** Heads the box when the step is refused: what was not done. */
  refused: string;
  kind?: "main" | "danger";
  children?: ReactNode;
};

/** One step of a record along its arrows. */
export function StepForm({ step, action, record, label, refused, kind, children }: Props) {
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
      {children}
      <Submit main={kind === "main"} danger={kind === "danger"}>
        {label}
      </Submit>
    </Form>
  );
}
