"use client";

import { useAnswer } from "@/components/ui/form/form";

/** R5, U08: the way to the person who has this number already. */
export function KnownLink({ label }: { label: string }) {
  const answer = useAnswer();
  if (answer.state !== "refused" || answer.refusal !== "ID_NUMBER_KNOWN" || !answer.figures.traineeId) return null;

  return (
    <p className="mt-3">
      <a className="button" href={`/trainees/${answer.figures.traineeId}`}>
        {label}
      </a>
    </p>
  );
}
