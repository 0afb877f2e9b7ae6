"use client";

import { useAnswer } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";

/** U28: the place was taken while somebody was looking; the waiting list is offered where the refusal stands. */
export function WaitInstead({ label }: { label: string }) {
  const answer = useAnswer();
  if (answer.state !== "refused" || (answer.refusal !== "COHORT_FULL" && answer.refusal !== "YEAR_FULL")) return null;

  return (
    <p className="mt-3">
      <Submit name="place" value="WAITLISTED">
        {label}
      </Submit>
    </p>
  );
}
