import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { Missing } from "@/components/cohort/missing";
import { MoveForm } from "@/components/cohort/move-form";
import { remediesOf } from "@/components/cohort/remedies";
import type { FormAction } from "@/components/ui/form/form";
import type { Actor } from "@/lib/auth/actor";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { sentences } from "@/lib/wording/lookup";

type Props = {
  id: string;
  action: FormAction;
  cohort: CohortRecord;
  actor: Actor;
  label: string;
  children?: ReactNode;
};

/** A step that is refused while the opening application lacks something, with the way to each thing it lacks. */
export async function OpeningForm({ cohort, actor, children, ...step }: Props) {
  const { names: _, ...findings } = (await getMessages()).cohort.findings;
  const words = await sentences(findings);
  const missing = <Missing words={words} remedies={remediesOf(cohort, actor)} />;
  return (
    <MoveForm {...step} cohort={cohort} kind="main" refused={missing}>
      {children}
    </MoveForm>
  );
}
