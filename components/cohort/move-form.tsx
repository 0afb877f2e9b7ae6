import type { ReactNode } from "react";
import { Form, type FormAction } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { newSubmissionKey } from "@/lib/command/submission-key";

type Props = {
  /** Sets the forms of one page apart. */
  id: string;
  action: FormAction;
  cohort: { id: string; version: number };
  label: string;
  kind?: "main" | "danger";
  /** Ways out, where a rule refuses. */
  refused?: ReactNode;
  children?: ReactNode;
};

/** One step of a cohort along its arrows, with what it asks for. */
export function MoveForm({ id, action, cohort, label, kind, refused, children }: Props) {
  return (
    <Form
      id={id}
      action={action}
      submissionKey={newSubmissionKey()}
      version={cohort.version}
      refused={refused}
      aria-label={label}
    >
      <input type="hidden" name="cohortId" value={cohort.id} />
      {children}
      <Submit main={kind === "main"} danger={kind === "danger"}>
        {label}
      </Submit>
    </Form>
  );
}
