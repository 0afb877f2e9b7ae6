"use client";

import { useAnswer } from "@/components/ui/form/form";

/** R5, U08: the way to the person who has this number already, or whom the row was merged into. */
export function KnownLink({ label }: { label: string }) {
  const answer = useAnswer();
  if (answer.state !== "refused" || !answer.figures.traineeId || !leads(answer)) return null;

  return (
    <p className="mt-3">
      <a className="button" href={`/trainees/${answer.figures.traineeId}`}>
        {label}
      </a>
    </p>
  );
}

const leads = ({ refusal, figures }: { refusal: string; figures: Record<string, string | number> }): boolean =>
  refusal === "ID_NUMBER_KNOWN" || figures.case === "TRAINEE_MERGED";
