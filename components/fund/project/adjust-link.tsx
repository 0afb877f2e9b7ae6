"use client";

import { useAnswer } from "@/components/ui/form/form";
import { Link } from "@/components/ui/link";

/** R73: under a refusal that sends to the adjustment, the way there. */
export function AdjustLink({ label }: { label: string }) {
  const answer = useAnswer();
  if (answer.state !== "refused" || typeof answer.figures.project !== "string") return null;
  return (
    <p className="mt-3">
      <Link className="button" href={`/fund/projects/${answer.figures.project}/adjust`}>
        {label}
      </Link>
    </p>
  );
}
